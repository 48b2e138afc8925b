import fc from 'fast-check'
import { expect } from 'vitest'
import type { Answer, Made } from '../../client.ts'
import { settable, viewOf } from '../oracle/view.ts'
import { plain, type Who } from '../oracle/world.ts'
import { people, subjects } from '../random/rules.ts'
import { asSeen, type Stage } from './stage.ts'

/**
 * What `_access` says of a record is what the API then does: a field that may be changed can be saved as it is, an action that is
 * named can be run, and what is not named is refused. Gives how much was tried that `_access` says one may.
 */
export async function allowsWhatItSays(stage: Stage, numRuns: number): Promise<number> {
  let allowed = 0
  await fc.assert(
    fc.asyncProperty(people(stage, stage.identity), fc.nat(), async (who, chance) => {
      const unchecked = { ...who, groups: who.groups.map((group) => group.map((rule) => ({ ...rule, check: null }))) }
      await stage.become(unchecked)
      for (const subject of subjects) allowed += await subjectAllowed(stage, { who: unchecked, subject, chance })
    }),
    { numRuns },
  )
  return allowed
}

async function subjectAllowed(
  stage: Stage,
  { who, subject, chance }: { who: Who; subject: string; chance: number },
): Promise<number> {
  const view = viewOf(stage.sceneOf(who), subject)
  const picked = view[chance % Math.max(view.length, 1)]
  const resource = stage.resources[subject]
  if (!picked || !resource) return 0
  const record: Made = (await stage.client.read(subject, picked.id)).body
  const { access } = asSeen(stage, subject, record)
  const fields = settable(resource).filter((name) => name in record)
  const field = fields[chance % Math.max(fields.length, 1)]
  const isEditable = field !== undefined && access.editable.includes(field)
  const canWash = subject === 'animal' && access.actions.includes('wash')
  if (field !== undefined) {
    const answer = await stage.client.update(subject, record, { [field]: plain(record[field]) ?? null }, '*')
    said(answer, { what: `${subject} ${record.id} takes ${field}`, isSaid: isEditable })
  }
  if (subject === 'animal') {
    const answer = await stage.client.bulk('animal', 'wash', { records: [{ id: record.id }] }, { 'If-Match': '*' })
    said(answer, { what: `wash ${record.id}`, isSaid: canWash })
  }
  await stage.restore()
  return Number(isEditable) + Number(canWash)
}

/** A reference that may stay may still be one that may not be chosen anew: 422 is no refusal of the right. */
function said({ status, text }: Answer, { what, isSaid }: { what: string; isSaid: boolean }): void {
  expect([what, isSaid ? [200, 422].includes(status) : status === 403, text]).toEqual([what, true, text])
}
