import { plainWhere } from '../access/access.ts'
import { Malformed } from '../contract/errors.ts'
import { type Condition, never } from '../store/sql/condition.ts'
import type { Asking } from './panel.ts'

const maxLength = 200

/** What the search box means: any of the searchable fields that this person may read contains the words; no such field, no rows. */
export function searchCondition({ person, resource }: Asking, typed: string): Condition {
  if (typed.length > maxLength) throw new Malformed({ key: 'invalid.tooLong', params: { maximum: maxLength } })
  if (typed.trim() === '') return { is: 'always' }
  const fields = resource.list.search
    .map((field) => ({ field, where: plainWhere(person, resource, field) }))
    .filter(({ where }) => where.is !== 'never')
    .flatMap(({ field, where }) => {
      const value = resource.fields[field]?.search?.normalise(typed.trim())
      return value ? [{ field, value, where }] : []
    })
  return fields.length > 0 ? { is: 'search', in: fields } : never
}
