import { settableFields } from '../../../access/access.ts'
import { type Floor, floorsOf } from '../../../access/floor.ts'
import { knownWhere } from '../../../access/known.ts'
import type { Person } from '../../../access/person.ts'
import type { Deed } from '../../../access/reach.ts'
import type { Explanation } from '../../../contract/permissions.ts'
import type { WordKey } from '../../../contract/words/index.ts'
import { judgeRow } from '../../../store/read/judge.ts'
import { always } from '../../../store/sql/condition.ts'
import type { Member } from '../../rights/now.ts'
import type { Asker } from '../asker.ts'

/** An answer that is the same whatever the rules say. */
export interface Fixed {
  readonly key: WordKey
  readonly allowed: boolean
  readonly steps?: Explanation['steps']
}

type Asked = Deed & { readonly id: number | undefined }

/** What no rule decides; undefined where the rules do. */
export async function fixedAnswer(asker: Asker, { account, person }: Member, asked: Asked): Promise<Fixed | undefined> {
  const { action, resource, field, id } = asked
  if (!account.active) return { key: 'explain.inactive', allowed: false }
  if (field !== undefined && action === 'read' && resource.fields[field]?.kind === 'password')
    return { key: 'explain.secret', allowed: false }
  if (
    field !== undefined &&
    action !== 'read' &&
    !settableFields(action as 'create' | 'update', resource).includes(field)
  )
    return { key: 'explain.fixed', allowed: false }
  const floors = floorsOf(person, action, resource.name, field)
  const floor = await refusingFloor(asker, person, { ...asked, floors })
  if (floor) return { key: floorKeys[floor.code], allowed: false }
  if (!person.administrator || (id === undefined && floors.length > 0)) return undefined
  const [group = { id: 0, name: '' }] = person.groups
  const matched = id === undefined ? null : true
  const step = { rule: '', group, inverted: false, condition: null, values: [], reason: null }
  return { key: 'explain.administrator', allowed: true, steps: [{ ...step, matched }] }
}

const floorKeys = {
  'system-group': 'explain.systemGroup',
  escalation: 'explain.escalation',
} as const satisfies Record<Floor['code'], WordKey>

/** What refuses this record whatever the rules say, where its reader may know that it does. */
async function refusingFloor(
  { panel, person: reader }: Asker,
  person: Person,
  { resource, id, floors }: Asked & { floors: readonly Floor[] },
): Promise<Floor | undefined> {
  if (id === undefined || floors.length === 0) return undefined
  const { resources, database } = panel
  const isOwn = person.user.id === reader.user.id
  const known = floors.map(({ rows: condition }) =>
    isOwn ? always : knownWhere(reader, { resources, resource, condition }),
  )
  const place = { engine: database.engine, resources, resource, id }
  const judged = await judgeRow(database, place, [...floors.map(({ rows }) => rows), ...known])
  return floors.find((_, index) => judged?.[index] === false && judged[floors.length + index])
}
