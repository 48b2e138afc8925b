import { describe, expect, test } from 'vitest'
import { properties } from './properties/all.ts'
import { setStage } from './properties/stage.ts'

/** Each seed fills a park of its own; the rules are others in every run. */
const seeds = [1, 2]

describe.each(seeds)('in park %i, whatever the rules', (seed) => {
  test.each(properties)('$name', { timeout: 120_000 }, async ({ check, runs, least }) => {
    expect(await check(await setStage(seed), runs)).toBeGreaterThanOrEqual(least)
  })
})
