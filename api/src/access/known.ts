import type { Resource, Resources } from '../define/resource.ts'
import { fieldOf } from '../derive/columns.ts'
import { all, always, type Condition, not } from '../store/sql/condition.ts'
import { plainWhere, shownWhere } from './access.ts'
import type { Person } from './person.ts'
import { rowsOf } from './rows.ts'

/**
 * Of rows that a person may read: where they may know everything that a condition looks at, masked values too, so that its answer tells them nothing
 * new. Of records at the other end of a relation, all must be in their view.
 */
export function knownWhere(
  person: Person,
  { resources, resource, condition }: { resources: Resources; resource: Resource; condition: Condition },
): Condition {
  const plain = (name: string) => plainWhere(person, resource, name)
  switch (condition.is) {
    case 'always':
    case 'never':
      return always
    case 'not':
      return knownWhere(person, { resources, resource, condition: condition.of })
    case 'all':
    case 'any':
      return every(condition.of.map((part) => knownWhere(person, { resources, resource, condition: part })))
    case 'search':
      return every(condition.in.flatMap(({ field, where }) => [plain(field), whereKnown(where)]))
    case 'field':
      return plain(condition.field)
    case 'related': {
      const { through, of } = condition
      const relation = resource.relations[through]
      const target = resources[relation?.resource ?? fieldOf(resource, through)?.format.resource ?? '']
      if (!target) return always
      const seen = every([
        rowsOf(person, 'read', target),
        ...(relation ? [shownWhere(person, target, relation.via)] : []),
        knownWhere(person, { resources, resource: target, condition: of }),
      ])
      const others: Condition = seen.is === 'always' ? always : not({ is: 'related', through, of: not(seen) })
      return relation ? others : every([plain(through), others])
    }
  }

  function whereKnown(where: Condition): Condition {
    return knownWhere(person, { resources, resource, condition: where })
  }
}

/** All of them, each once. */
function every(conditions: readonly Condition[]): Condition {
  const distinct = new Map(conditions.map((condition) => [JSON.stringify(condition), condition]))
  return all([...distinct.values()])
}
