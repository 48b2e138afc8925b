import type { FieldMeta, RecordCondition } from '@ficha/api/contract'
import { kinds } from '../kinds/index.ts'
import { useLookupPath } from '../kinds/lookup.ts'
import { idOf, idsOf } from '../kinds/references.ts'
import { Labelled } from './Labelled.tsx'

interface Chooser {
  label: string
  /** Under the control. */
  help?: string
  /** The name of the resource; where this person may not see it there is nothing to choose. */
  resource: string
  /** Its records make a tree. */
  tree?: true
  /** Only records that fulfil this. */
  where?: RecordCondition
}

interface RecordChoiceProps extends Chooser {
  value: number | null
  onChange: (id: number | null) => void
}

/** Chooses a record, outside the form of any. */
export function RecordChoice({ value, onChange, ...chooser }: RecordChoiceProps) {
  return <Choice kind="belongsTo" {...chooser} value={value} onChange={(next) => onChange(idOf(next))} />
}

interface RecordsChoiceProps extends Chooser {
  value: readonly number[]
  onChange: (ids: number[]) => void
}

/** Chooses several. */
export function RecordsChoice({ value, onChange, ...chooser }: RecordsChoiceProps) {
  return <Choice kind="manyToMany" {...chooser} value={value} onChange={(next) => onChange(idsOf(next))} />
}

interface ChoiceProps extends Chooser {
  kind: 'belongsTo' | 'manyToMany'
  value: unknown
  onChange: (value: unknown) => void
}

function Choice({ kind, label, help, resource, tree, where, value, onChange }: ChoiceProps) {
  const path = useLookupPath(resource)
  const { Input } = kinds[kind]
  if (!path || !Input) return null
  const field: FieldMeta = { name: resource, kind, label, operators: [], format: { resource, tree, where } }
  return (
    <Labelled label={label} help={help}>
      {(control) => <Input {...control} field={field} value={value} onChange={onChange} />}
    </Labelled>
  )
}
