import fc from 'fast-check'
import { expect } from 'vitest'
import { speaksOf } from '../oracle/rights.ts'
import { viewOf } from '../oracle/view.ts'
import type { Who } from '../oracle/world.ts'
import { people, subjects } from '../random/rules.ts'
import { asSeen, type Stage } from './stage.ts'

/**
 * A list holds what the rules say, each record without what may not be read of it, counted; its ids are those that answer 200;
 * `_access` is what the rules say. Who has no rule that lets them read a subject is refused. Gives how many records were shown.
 */
export async function showsWhatTheRulesSay(stage: Stage, numRuns: number): Promise<number> {
  let shown = 0
  await fc.assert(
    fc.asyncProperty(people(stage, stage.identity), async (who) => {
      await stage.become(who)
      for (const subject of subjects) shown += await subjectShown(stage, who, subject)
    }),
    { numRuns },
  )
  return shown
}

async function subjectShown(stage: Stage, who: Who, subject: string): Promise<number> {
  const expected = viewOf(stage.sceneOf(who), subject)
  const { status, headers, body } = await stage.client.list(subject, '_end=200&_sort=id')
  const isGranted = who.groups.flat().some((rule) => !rule.inverted && speaksOf(rule, { action: 'read', subject }))
  if (!isGranted || (status === 403 && expected.length === 0)) {
    expect([status, body.action, body.subject]).toEqual([403, 'read', subject])
    return 0
  }
  expect([status, body.map((row: never) => asSeen(stage, subject, row))]).toEqual([200, expected])
  expect(headers.get('X-Total-Count')).toBe(String(expected.length))
  await eachRead(stage, subject, body)
  return expected.length
}

/** What the list shows is what reading one by one shows; what it does not show is not there, or never was. */
async function eachRead({ client, world }: Stage, subject: string, listed: { id: number }[]): Promise<void> {
  const sample = (world[subject] ?? []).filter(({ id }, at) => listed.some((row) => row.id === id) || at % 3 === 0)
  const missing = await client.read(subject, 9_999)
  for (const { id } of sample) {
    const { status, text, body } = await client.read(subject, id)
    const row = listed.find((one) => one.id === id)
    if (row) expect([status, body]).toEqual([200, row])
    else expect([status, text]).toEqual([404, missing.text])
  }
}
