import type { Language, ResourceMeta } from '@ficha/api/contract'
import type { Values } from './row.ts'
import { viewOf } from './values.ts'

/** The name of a record: the value of its title field as text, `#7` where it has none or may not be read. */
export function titleOf(resource: ResourceMeta, record: Values, language: Language): string {
  // Of who may not read the title the API says that records go by their ids.
  const field = resource.fields.find(({ name }) => name === resource.title && name !== 'id')
  const text = field ? viewOf(field).text(record[field.name], { field, language }) : ''
  return text || `#${record.id}`
}

/** A label inside a sentence: its first letter is small, unless it is an abbreviation. */
export function inSentence(label: string): string {
  const [first = '', second = ''] = label
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? label
    : first.toLowerCase() + label.slice(1)
}
