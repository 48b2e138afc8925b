import type { FieldMeta } from '@ficha/api/contract'
import type { RecordForm } from './form.ts'
import type { Values } from './row.ts'
import { bodyOf, isBlank } from './values.ts'

/** What a new record starts from: the defaults of its fields, and what its address or its parent gives. */
export function startOf(fields: readonly FieldMeta[], given: Values = {}): Values {
  const defaults = fields.flatMap((field) => (field.default === undefined ? [] : [[field.name, field.default]]))
  return { ...Object.fromEntries(defaults), ...given }
}

/** What a new record is created with: everything that is filled in, and what was given for fields that the form does not have. */
export function newBody(form: RecordForm, given: Values = {}): Values {
  const written = form.fields
    .filter((field) => form.modeOf(field) === 'input')
    .map((field) => [field.name, form.valueOf(field)] as const)
    .filter(([, value]) => !isBlank(value))
  const isInForm = (name: string) => form.fields.some((field) => field.name === name)
  const unseen = Object.entries(given).filter(([name]) => !isInForm(name))
  return { ...Object.fromEntries(unseen), ...bodyOf(form.fields, Object.fromEntries(written)) }
}
