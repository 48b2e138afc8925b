import type { Field } from '../define/field.ts'
import type { Resource } from '../define/resource.ts'

/** Whether the value of a field is a file. */
export function isFile({ kind }: Pick<Field, 'kind'>): boolean {
  return kind === 'file' || kind === 'image'
}

/** The names of the fields that hold files, in the order of the definition. */
export function fileFields({ fields }: Pick<Resource, 'fields'>): string[] {
  return Object.entries(fields).flatMap(([name, field]) => (isFile(field) ? name : []))
}
