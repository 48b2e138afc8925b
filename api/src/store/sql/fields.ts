import type { Condition } from './condition.ts'

/** The fields of its own rows that a condition looks at. */
export function fieldsIn(condition: Condition): string[] {
  switch (condition.is) {
    case 'not':
      return fieldsIn(condition.of)
    case 'all':
    case 'any':
      return condition.of.flatMap(fieldsIn)
    case 'search':
      return condition.in.flatMap(({ field, where }) => [field, ...fieldsIn(where)])
    case 'field':
      return [condition.field]
    case 'related':
      return [condition.through]
    default:
      return []
  }
}
