import type { RuleSkeleton } from '../contract/session.ts'
import { baseFields, type Resource, type Resources } from '../define/resource.ts'
import { type Condition, never } from '../store/sql/condition.ts'
import { settableFields, shownWhere } from './access.ts'
import type { Person } from './person.ts'
import { fieldRows, rowsOf } from './rows.ts'

/**
 * A person's rules as the browser gets them: what may be done at all, and what only to some records. No condition and no name
 * of anything they may never see is in it.
 */
export function skeletonOf(person: Person, resources: Resources): RuleSkeleton[] {
  if (person.administrator && !person.within) return [{ actions: ['manage'], subject: 'all' }]
  return Object.values(resources).flatMap((resource) => [
    ...fieldSkeletons(resource, 'read', (name) => shownWhere(person, resource, name), rowsOf(person, 'read', resource)),
    ...(['create', 'update'] as const).flatMap((action) =>
      fieldSkeletons(resource, action, settableWhere(person, action, resource), rowsOf(person, action, resource)),
    ),
    ...['delete', ...Object.keys(resource.actions), ...Object.keys(resource.verbs)].flatMap((action) =>
      rowSkeleton(resource, action, rowsOf(person, action, resource)),
    ),
  ])
}

function settableWhere(person: Person, action: 'create' | 'update', resource: Resource): (name: string) => Condition {
  const settable = new Set(settableFields(action, resource))
  return (name) => (settable.has(name) ? fieldRows(person, action, resource, name) : never)
}

function rowSkeleton({ name: subject }: Resource, action: string, rows: Condition): RuleSkeleton[] {
  if (rows.is === 'never') return []
  return [{ actions: [action], subject, ...(rows.is !== 'always' && { conditional: true as const }) }]
}

/** One rule for the fields that are there on every row that the action reaches, one for those that are on some. */
function fieldSkeletons(
  resource: Resource,
  action: string,
  where: (field: string) => Condition,
  rows: Condition,
): RuleSkeleton[] {
  if (rows.is === 'never') return []
  const names = [...Object.keys(resource.fields), ...baseFields].filter((name) => where(name).is !== 'never')
  const isSure = (name: string) => rows.is === 'always' && where(name).is === 'always'
  const [sure, unsure] = [names.filter(isSure), names.filter((name) => !isSure(name))]
  const rule = { actions: [action], subject: resource.name }
  if (names.length === 0) return rowSkeleton(resource, action, rows)
  return [
    ...(sure.length > 0 ? [{ ...rule, fields: sure }] : []),
    ...(unsure.length > 0 ? [{ ...rule, fields: unsure, conditional: true as const }] : []),
  ]
}
