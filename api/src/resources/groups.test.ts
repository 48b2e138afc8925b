import { describe, expect, test } from 'vitest'
import { readingOfBrand, runTests } from '../access/group-tests.ts'
import { lint } from '../access/lint/lint.ts'
import type { RuleBook } from '../access/rules/book.ts'
import { symbolicReading } from '../access/rules/book.ts'
import type { Reading } from '../access/rules/parse.ts'
import { faultsOf, type Speech, speechOf, speechOfSubjects } from '../access/rules/validate.ts'
import type { Audience } from '../contract/permissions.ts'
import { groups } from './groups.ts'
import * as resources from './index.ts'
import { platform } from './platform.ts'

/** Two brands that stand beside each other. */
const brands = new Map([
  [1, '/1/'],
  [2, '/2/'],
])

const book: RuleBook = {
  version: '1',
  groups: new Map(),
  timely: new Set(),
  resources,
  trees: new Map([['brand', brands]]),
}

const subjects = Object.fromEntries(
  Object.values(platform).map(({ name, fields }) => [name, { name, fields, relations: {}, tree: undefined }]),
)

interface Spoken {
  speech: Speech
  reading: (reading: Reading) => Reading
}

const spoken: Record<Audience, Spoken> = {
  staff: { speech: speechOf(resources), reading: (reading) => reading },
  customers: { speech: speechOfSubjects(platform), reading: (reading) => ({ ...reading, subjects }) },
}

describe.each(groups.map((group) => [group.name, group] as const))('the group %s', (_, { audience, rules, tests }) => {
  const { speech, reading } = spoken[audience]

  test('keeps to its own tests', () => {
    const outcomes = runTests({ rules, tests, speech, reading: (brand) => reading(readingOfBrand(book, brand)) })

    expect(outcomes.length).toBeGreaterThan(0)
    expect(outcomes.filter(({ passed }) => !passed)).toEqual([])
  })

  test('has no rule that is wrong or odd', () => {
    const symbolic = reading(symbolicReading(book))

    expect(faultsOf(rules, speech, symbolic)).toEqual([])
    expect(lint({ rules, reading: symbolic, wrong: new Set() })).toEqual([])
  })
})
