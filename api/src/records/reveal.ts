import { demand } from '../access/access.ts'
import { fieldRows } from '../access/rows.ts'
import { Forbidden } from '../contract/errors.ts'
import { judgeRow } from '../store/read/judge.ts'
import { image, tellOfReveal } from './history/remember.ts'
import type { Asking } from './panel.ts'
import { demandReadable } from './query.ts'
import { view } from './read.ts'

export interface Reveal {
  id: number
  field: string
  /** What the person says they need it for. */
  reason: string
}

/**
 * The value of a masked field, whole, for whoever may reveal it with a reason. It is written down before it is answered, and
 * changes nothing of the record.
 * @throws Missing, Forbidden for a field that is not masked, or that this person may not read or reveal on this record
 */
export async function reveal(
  asking: Asking,
  { id, field, reason }: Reveal,
): Promise<{ field: string; value: unknown }> {
  const { panel, person, resource } = asking
  demand(person, 'read', resource)
  const asked = { action: 'revealWithReason', subject: resource.name, field }
  if (!demandReadable(asking, field).options.masked) throw new Forbidden({ asked })
  return panel.database.write(async (scope) => {
    const seen = await view(asking, id, scope)
    if (seen._access.fields.hidden.includes(field)) throw new Forbidden({ asked })
    const place = { engine: panel.database.engine, resources: panel.resources, resource, id }
    const [isOpen] = (await judgeRow(scope, place, [fieldRows(person, 'revealWithReason', resource, field)])) ?? []
    if (!isOpen) throw new Forbidden({ asked })
    const record = await image(asking, id, scope)
    await tellOfReveal(asking, scope, { record, field, reason })
    return { field, value: record[field] ?? null }
  })
}
