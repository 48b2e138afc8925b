import { demand } from '../../../access/access.ts'
import { Forbidden, Invalid, Refusal } from '../../../contract/errors.ts'
import type { GroupFile, GroupImport, Rule } from '../../../contract/permissions.ts'
import type { WriteScope } from '../../../store/types.ts'
import { list } from '../../list.ts'
import type { Asking } from '../../panel.ts'
import type { View } from '../../read.ts'
import { recordsOf } from '../../records.ts'
import { demandWritable } from '../../save.ts'
import type { Values } from '../../settle.ts'
import { type Asker, groupsOf } from '../asker.ts'
import { speechFor } from '../speech.ts'
import { fieldChanges, keepingIds, ruleChanges } from './changes.ts'
import { textOfRefusal } from './refusal.ts'
import { type Translated, translator } from './translate.ts'

/** @throws Forbidden for whoever may neither make nor change groups */
export function demandImport({ panel, person }: Pick<Asker, 'panel' | 'person'>): void {
  const resource = groupsOf(panel)
  demand(person, 'read', resource)
  try {
    demand(person, 'create', resource)
  } catch (error) {
    if (!(error instanceof Forbidden)) throw error
    demand(person, 'update', resource)
  }
}

/** Says what taking a file in would change, and what keeps it from being taken in: each group is tried, and nothing is kept. */
export async function checkImport(asker: Asker, file: GroupFile): Promise<GroupImport> {
  demandImport(asker)
  const plans = await plansFor(asker, file)
  const groups: GroupImport['groups'] = []
  for (const plan of plans) {
    const errors = plan.errors.length > 0 ? [...plan.errors] : await errorsOf(asker, plan)
    groups.push({ ...told(plan), errors })
  }
  return { groups }
}

/**
 * Takes a file in with the rights of the person: all of its groups, or none.
 * @throws Forbidden, Invalid, Conflict
 */
export async function applyImport(asker: Asker, file: GroupFile): Promise<GroupImport> {
  demandImport(asker)
  const plans = await plansFor(asker, file)
  const wrong = plans.flatMap(({ name, errors }, index) =>
    errors.length > 0 ? [[`groups.${index}`, errors.map((text) => ({ text: `${name}: ${text}` }))] as const] : [],
  )
  if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong))
  await asker.panel.database.write(async (scope) => {
    for (const plan of plans) await carryOut(asker, plan, scope)
  })
  return { groups: plans.map((plan) => ({ ...told(plan), errors: [] })) }
}

interface Plan extends Pick<GroupImport['groups'][number], 'name' | 'state' | 'changes'> {
  /** Undefined for one that is new. */
  readonly id: number | undefined
  readonly values: Values
  readonly errors: readonly string[]
}

const told = ({ name, state, changes }: Plan) => ({ name, state, changes })

async function plansFor(asker: Asker, file: GroupFile): Promise<Plan[]> {
  const translate = await translator(asker, file)
  const plans: Plan[] = []
  for (const entry of file.groups) plans.push(await planFor(asker, await translate(entry)))
  return plans
}

async function planFor(asker: Asker, { entry, errors }: Translated): Promise<Plan> {
  const { name, audience, rules, ...fields } = entry
  const resource = groupsOf(asker.panel)
  const stored = await groupCalled({ ...asker, resource }, name, audience)
  const before = stored ? plain(stored) : {}
  const former: Rule[] = stored && Array.isArray(stored.rules) ? stored.rules : [] // as the API gives them
  const spoken = [...former, ...(rules ?? [])].flatMap(({ subject, conditions, check }) =>
    [conditions, check].map((given) => [subject, given] as const),
  )
  const brands = [entry.brand, before.brand].flatMap((id) =>
    typeof id === 'number' ? [['brand', { id }] as const] : [],
  )
  const speech = await speechFor(asker, audience === 'staff' ? [...spoken, ...brands] : brands)
  const changes = [
    ...fieldChanges(speech, resource, { before: stored ? before : {}, after: fields }),
    ...(rules ? ruleChanges(speech, former, rules) : []),
  ]
  const given: Values = { ...fields, ...(rules && { rules: keepingIds(former, rules) }) }
  const state = stored ? (changes.length > 0 ? 'changed' : 'same') : 'new'
  return { name, state, changes, errors, id: stored?.id, values: stored ? given : { name, audience, ...given } }
}

async function groupCalled(asking: Asking, name: string, audience: string): Promise<View | undefined> {
  const [found]: View[] = JSON.parse((await list(asking, { name, audience })).body)
  return found
}

/** A reference as the id it is written by. */
function plain(group: View): Values {
  const { brand } = group
  const id = typeof brand === 'object' && brand !== null && 'id' in brand ? brand.id : null
  return { ...group, ...('brand' in group && { brand: id }) }
}

async function carryOut(asker: Asker, { id, state, values }: Plan, scope: WriteScope): Promise<void> {
  if (state === 'same') return
  const asking = { ...asker, resource: groupsOf(asker.panel) }
  const groups = recordsOf(asking, asking.resource.name, scope)
  demandWritable(asking, id === undefined ? 'create' : 'update', Object.keys(values))
  if (id === undefined) await groups.create(values)
  else await groups.update(id, values)
}

/** Thrown to take back what was only tried. */
class Tried extends Error {}

async function errorsOf(asker: Asker, plan: Plan): Promise<string[]> {
  try {
    await asker.panel.database.write(async (scope) => {
      await carryOut(asker, plan, scope)
      throw new Tried()
    })
    return []
  } catch (error) {
    if (error instanceof Tried) return []
    if (error instanceof Refusal) return textOfRefusal(error, asker.language)
    throw error
  }
}
