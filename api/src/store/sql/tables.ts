import type { Resource, Resources } from '../../define/resource.ts'
import { joinOf } from '../../derive/columns.ts'
import { thisSecondMs } from '../instants.ts'
import type { Condition } from './condition.ts'

/** The tables that a condition on the rows of a resource looks into, beside their own: what is kept of them goes stale with these. */
export function tablesIn(resources: Resources, resource: Resource, condition: Condition): string[] {
  switch (condition.is) {
    case 'not':
      return tablesIn(resources, resource, condition.of)
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => tablesIn(resources, resource, part))
    case 'search':
      return condition.in.flatMap(({ where }) => tablesIn(resources, resource, where))
    case 'field':
      return resource.fields[condition.field]?.kind === 'manyToMany' ? [joinOf(resource, condition.field).table] : []
    case 'related': {
      const { through, of } = condition
      const field = resource.fields[through]
      const target = resources[resource.relations[through]?.resource ?? field?.format.resource ?? '']
      if (!target) return []
      const join = field?.kind === 'manyToMany' ? [joinOf(resource, through).table] : []
      return [target.table, ...join, ...tablesIn(resources, target, of)]
    }
    default:
      return []
  }
}

const expiring = new WeakMap<Resources, ReadonlySet<string>>()

/** The second it is, for the key of what is kept of some tables, where pairs in one of them run out by the clock; else undefined. */
export function secondOf(resources: Resources, tables: readonly string[]): number | undefined {
  const known = expiring.get(resources) ?? expiringTables(resources)
  expiring.set(resources, known)
  return tables.some((table) => known.has(table)) ? thisSecondMs() : undefined
}

function expiringTables(resources: Resources): ReadonlySet<string> {
  const fields = Object.values(resources).flatMap((resource) => Object.values(resource.fields))
  return new Set(fields.flatMap(({ options: { through } }) => (through?.granted ? [through.table] : [])))
}
