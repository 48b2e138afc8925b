import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { properties } from './properties/all.ts'
import { setStage } from './properties/stage.ts'

/**
 * Each seed fills a park of its own and chooses the rules. They are the same in every run, so that a failure tells of what
 * was changed; `npm run fuzz` looks further with others.
 */
const seeds = [1, 2]

afterAll(() => fc.resetConfigureGlobal())

describe.each(seeds)('in park %i, whatever the rules', (seed) => {
  test.each(properties)('$name', { timeout: 120_000 }, async ({ check, runs, least }) => {
    fc.configureGlobal({ seed })
    expect(await check(await setStage(seed), runs)).toBeGreaterThanOrEqual(least)
  })
})
