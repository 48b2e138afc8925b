import { demand } from '../../../access/access.ts'
import { Missing } from '../../../contract/errors.ts'
import type { GroupEntry, GroupFile, GroupTest, Rule } from '../../../contract/permissions.ts'
import { type NamedRecord, recordsNamed } from '../../../derive/condition-references.ts'
import { titleKey } from '../../../derive/words/speech.ts'
import { list } from '../../list.ts'
import { demandReadable } from '../../query.ts'
import type { View } from '../../read.ts'
import { type Asker, groupsOf } from '../asker.ts'
import { titlesOf } from '../speech.ts'

/** What of a group goes into a file. */
export const carried = ['name', 'audience', 'description', 'active', 'brand', 'rules', 'tests'] as const

const pageSize = 200

/**
 * Groups as a file: those that are named, or all that this person sees. The group of the system is none that could be taken in.
 * @throws Forbidden, Missing when they do not see one that is named
 */
export async function exportGroups(asker: Asker, ids: readonly number[]): Promise<GroupFile> {
  const asking = { ...asker, resource: groupsOf(asker.panel) }
  demand(asker.person, 'read', asking.resource)
  for (const name of carried) demandReadable(asking, name)
  const groups = (await groupsNamed(asker, ids)).filter(({ system }) => system !== true)
  const named = groups.flatMap((group) => recordsOf(asker, group))
  const titles = await titlesOf(asker, named)
  const titleOf = (record: NamedRecord) => titles.get(titleKey(record.resource, record.id))
  return {
    format: 'ficha-permission-groups',
    version: 1,
    groups: groups.map((group) => entryOf(group, titleOf)),
    references: referencesOf(named, titleOf),
  }
}

async function groupsNamed(asker: Asker, ids: readonly number[]): Promise<View[]> {
  const resource = groupsOf(asker.panel)
  const groups: View[] = []
  for (let start = 0; ; start += pageSize) {
    const page = {
      _start: String(start),
      _end: String(start + pageSize),
      ...(ids.length > 0 && { id: ids.map(String) }),
    }
    const rows: View[] = JSON.parse((await list({ ...asker, resource }, page)).body)
    groups.push(...rows.filter((row) => 'name' in row && 'audience' in row))
    if (rows.length < pageSize) break
  }
  if (ids.length > 0 && groups.length < new Set(ids).size) throw new Missing()
  return groups
}

/** Every record that a group names by its id. */
function recordsOf({ panel }: Asker, { audience, brand, rules, tests }: View): NamedRecord[] {
  const own = brandOf(brand)
  const spoken = audience === 'staff' ? [...rulesOf(rules), ...testsOf(tests)] : []
  return [
    ...(own === undefined ? [] : [{ resource: 'brand', id: own }]),
    ...testsOf(tests).flatMap(({ brand: id }) => (id ? [{ resource: 'brand', id }] : [])),
    ...spoken.flatMap((one) => conditionsOf(one).flatMap((given) => recordsNamed(panel.resources, one.subject, given))),
  ]
}

/** The conditions that a rule or a test is written with. */
export function conditionsOf(one: Rule | GroupTest): NonNullable<Rule['conditions']>[] {
  const given = 'actions' in one ? [one.conditions, one.check] : [one.when]
  return given.filter((conditions) => conditions !== null && conditions !== undefined)
}

// The API judged both before they were stored.
const rulesOf = (rules: unknown): Rule[] => (Array.isArray(rules) ? rules : [])
const testsOf = (tests: unknown): GroupTest[] => (Array.isArray(tests) ? tests : [])

const brandOf = (brand: unknown): number | undefined =>
  typeof brand === 'object' && brand !== null && 'id' in brand ? Number(brand.id) : undefined

type TitleOf = (record: NamedRecord) => string | undefined

function entryOf(group: View, titleOf: TitleOf): GroupEntry {
  const { name, audience, description, active, brand, rules, tests } = group
  const own = brandOf(brand)
  return {
    name: String(name),
    audience: audience === 'customers' ? 'customers' : 'staff',
    ...('description' in group && { description: typeof description === 'string' ? description : null }),
    ...('active' in group && { active: active === true }),
    ...('brand' in group && {
      brand: own === undefined ? null : (titleOf({ resource: 'brand', id: own }) ?? `#${own}`),
    }),
    ...('rules' in group && { rules: rulesOf(rules).map(({ id: _id, status: _status, ...rule }) => rule) }),
    ...('tests' in group && { tests: testsOf(tests) }),
  }
}

function referencesOf(named: readonly NamedRecord[], titleOf: TitleOf): GroupFile['references'] {
  const references: GroupFile['references'] = {}
  for (const record of named) {
    const title = titleOf(record)
    if (title === undefined) continue
    references[record.resource] = { ...references[record.resource], [record.id]: title }
  }
  return references
}
