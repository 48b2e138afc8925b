import { expect, test } from 'vitest'
import { aPerson, people } from '../../../test/people.ts'
import { compare, merge } from './conflict.ts'
import { type Draft, redo, settle, takeBack, undo, write } from './draft.ts'

const { fields } = people
const start: Draft = { saved: aPerson(), edits: {}, undone: null }
const typed = (values: Record<string, unknown>) =>
  Object.entries(values).reduce((draft, [name, value]) => write(fields, draft, name, value), start)
const names = (list: { name: string }[]) => list.map(({ name }) => name)

test('only a field that both changed, and differently, is to be chosen', () => {
  const mine = typed({ name: 'Ana Souza', nickname: 'Nina', email: 'mesmo@example.com', age: 31 })
  const now = aPerson({ name: 'Ana Dias', email: 'mesmo@example.com', fixed: 'mudou', version: 4 })

  const { clashes, mine: kept, theirs } = compare(fields, mine, now)

  expect(clashes).toMatchObject([
    { field: { name: 'name' }, original: 'Ana Lima', theirs: 'Ana Dias', mine: 'Ana Souza' },
  ])
  expect(names(kept)).toEqual(['nickname', 'age'])
  expect(names(theirs)).toEqual(['fixed'])
})

test('what is mine stays to be sent on the new version, what is theirs is taken over', () => {
  const mine = typed({ name: 'Ana Souza', nickname: 'Nina', age: 31 })
  const current = aPerson({ name: 'Ana Dias', age: 40, version: 4 })

  const merged = merge(fields, mine, { current, choices: { name: 'theirs', age: 'mine' } })

  expect(merged.edits).toEqual({ nickname: 'Nina', age: 31 })
  expect(merged.saved).toBe(current)
})

test('a value that they have saved meanwhile is not sent again', () => {
  const merged = merge(fields, typed({ name: 'Ana Dias' }), {
    current: aPerson({ name: 'Ana Dias', version: 4 }),
    choices: {},
  })

  expect(merged.edits).toEqual({})
})

test('the order of a set is no change', () => {
  expect(typed({ tags: ['b', 'a'] }).edits).toEqual({})
  expect(typed({ tags: ['b'] }).edits).toEqual({ tags: ['b'] })
})

test('blank is blank, however it is written', () => {
  const blank: Draft = { ...start, saved: aPerson({ email: null, tags: [] }) }

  expect(write(fields, blank, 'email', '').edits).toEqual({})
  expect(write(fields, blank, 'tags', null).edits).toEqual({})
})

test('taking a state back takes back the reason it asked for', () => {
  const reasoned: Draft = { ...start, saved: aPerson({ why: 'Antigo' }) }
  const blocked = write(fields, reasoned, 'status', 'blocked')

  expect(blocked.edits).toEqual({ status: 'blocked', why: null })
  expect(takeBack(fields, blocked, ['status']).edits).toEqual({})
  expect(write(fields, blocked, 'status', 'active').edits).toEqual({})
})

test('undo takes everything, redo brings it back, and an edit between them is the end of it', () => {
  const draft = typed({ name: 'Ana Souza', age: 31 })

  expect(undo(draft).edits).toEqual({})
  expect(redo(undo(draft)).edits).toEqual({ name: 'Ana Souza', age: 31 })
  expect(redo(write(fields, undo(draft), 'age', 32)).edits).toEqual({ age: 32 })
})

test('what was typed while a save ran is still to be saved', () => {
  const sent = typed({ name: 'Ana Souza', nickname: 'Nina' })
  const meanwhile = write(fields, sent, 'name', 'Ana Souza Lima')

  const after = settle(fields, meanwhile, aPerson({ name: 'Ana Souza', nickname: 'Nina', version: 4 }), sent.edits)

  expect(after.edits).toEqual({ name: 'Ana Souza Lima' })
})
