import type { FieldMeta } from '@ficha/api/contract'
import { useForm } from './form.ts'
import { idsOf } from './ids.ts'
import { viewOf } from './values.ts'

interface FieldInputProps {
  field: FieldMeta
  autoFocus?: boolean
  onBlur?: () => void
}

/** The control of a field's kind, bound to the form around it. */
export function FieldInput({ field, autoFocus, onBlur }: FieldInputProps) {
  const form = useForm()
  const { Input } = viewOf(field)
  if (!Input) return null
  const ids = idsOf(form, field.name)
  const required = form.isRequired(field)
  return (
    <Input
      field={{ ...field, required: required || undefined }}
      value={form.valueOf(field)}
      onChange={(value) => form.write(field.name, value)}
      onBlur={onBlur}
      id={ids.input}
      autoFocus={autoFocus}
      status={form.errors[field.name] ? 'error' : undefined}
      aria-describedby={ids.notes}
      record={form.record}
      values={form.values}
    />
  )
}
