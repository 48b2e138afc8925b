import fc from 'fast-check'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { properties } from '../test/permissions/properties/all.ts'
import { setStage } from '../test/permissions/properties/stage.ts'

/** Sets of rules in all, over every property together. Each is asked some ten to a hundred questions: left as it is, millions of answers are compared. */
const wanted = Number(process.env.FICHA_FUZZ_CASES ?? 100_000)
const first = Number(process.env.FICHA_FUZZ_SEED ?? Math.floor(Math.random() * 1_000_000))

/** Sets of rules that each property tries on one park before the next is filled. */
const perProperty = Math.max(1, Math.ceil(wanted / properties.length))
const perPark = Math.min(500, perProperty)

const parks = Math.ceil(perProperty / perPark)
console.info(`FICHA_FUZZ_SEED=${first} FICHA_FUZZ_CASES=${wanted}: ${parks} parks`)

/** What became of a property so far. */
interface Count {
  sets: number
  told: number
  seconds: number
}

const counts = new Map<string, Count>(properties.map(({ name }) => [name, { sets: 0, told: 0, seconds: 0 }]))

describe.each(Array.from({ length: parks }, (_, at) => first + at * 1_000))('park %i', (seed) => {
  test.each(properties)('$name', async ({ name, check }) => {
    fc.configureGlobal({ seed })
    const startedAt = performance.now()
    const told = await check(await setStage(seed), perPark)
    const { sets, told: before, seconds } = counts.get(name) ?? { sets: 0, told: 0, seconds: 0 }
    counts.set(name, {
      sets: sets + perPark,
      told: before + told,
      seconds: seconds + (performance.now() - startedAt) / 1_000,
    })
  })
})

test('every property told something', () => {
  expect([...counts].filter(([, { told }]) => told === 0)).toEqual([])
})

/** Of those that held in every park; one that failed says so itself. */
afterAll(() => {
  const lines = [...counts].map(
    ([name, { sets, told, seconds }]) =>
      `  ${name}: ${sets} sets of rules, told ${told} times, ${seconds.toFixed(0)} s`,
  )
  const sets = [...counts.values()].reduce((sum, count) => sum + count.sets, 0)
  console.info([`${inject('engine')}: ${sets} sets of rules held`, ...lines].join('\n'))
})
