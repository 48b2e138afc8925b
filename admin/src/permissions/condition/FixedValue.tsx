import type { FieldMeta } from '@ficha/api/contract'
import { Choice } from '../../kinds/Choice.tsx'
import { controlProps } from '../../kinds/controlProps.ts'
import { kinds } from '../../kinds/index.ts'
import { useLookupPath } from '../../kinds/lookup.ts'
import { searchedFrom } from '../../kinds/options.ts'
import { ReferencePicker } from '../../kinds/ReferencePicker.tsx'
import { idsOf } from '../../kinds/references.ts'
import { drawnAs } from '../../kinds/Virtual.tsx'
import { useWords } from '../../providers/i18n.ts'
import { type Saying, takesSeveral } from '../model/comparators.ts'
import styles from './Condition.module.css'

interface FixedValueProps {
  field: FieldMeta
  saying: Saying
  value: unknown
  onChange: (value: unknown) => void
}

/** A value of a field, put in with the control of its kind. Empty is the empty text, which no field of a rule can have. */
export function FixedValue(props: FixedValueProps) {
  const field = asValue(drawnAs(props.field))
  if (field.format.resource) return <Records {...props} field={field} />
  if (takesSeveral(props.saying) || field.kind === 'multiSelect') return <Several {...props} field={field} />
  const { Input } = kinds[field.kind]
  if (!Input) return null
  return (
    <Input
      field={field}
      value={props.value === '' ? null : props.value}
      onChange={(next) => props.onChange(next ?? '')}
    />
  )
}

/** The field as a rule compares with it: any of its values, whatever a record may do at the moment. */
function asValue({ default: _default, help: _help, format, ...field }: FieldMeta): FieldMeta {
  return { ...field, required: true, format: { ...format, transitions: undefined, where: undefined } }
}

function Records({ field, saying, value, onChange }: FixedValueProps) {
  const { resource = '', tree } = field.format
  const words = useWords()
  const path = useLookupPath(resource)
  const ids = idsOf(value)
  const isList = takesSeveral(saying) || saying === '$under'
  if (!path)
    return (
      <span className={styles.unknown}>
        {ids.length > 0 ? ids.map((id) => `#${id}`).join(', ') : words('permission.value.unseen')}
      </span>
    )

  function choose(chosen: number[]) {
    const [first, ...others] = chosen
    if (takesSeveral(saying)) return onChange(chosen)
    onChange(others.length > 0 ? chosen : (first ?? ''))
  }

  return (
    <ReferencePicker
      control={controlProps({ field })}
      resource={resource}
      tree={tree}
      multiple={isList}
      value={ids}
      onChange={choose}
    />
  )
}

function Several({ field, saying, value, onChange }: FixedValueProps) {
  const words = useWords()
  const { options } = field.format
  const values = [value].flat().filter((each) => typeof each === 'string' && each !== '')
  const isList = takesSeveral(saying)
  return (
    <Choice<string | string[]>
      {...controlProps({ field })}
      mode={isList ? (options ? 'multiple' : 'tags') : undefined}
      showSearch={isList || (options?.length ?? 0) >= searchedFrom}
      options={options?.map((option) => ({ value: option.value, label: option.label }))}
      placeholder={words(options ? 'kind.choose' : 'permission.value.typeSeveral')}
      tokenSeparators={options ? undefined : [',', ';', '\n']}
      value={isList ? values.map(String) : String(values[0] ?? '') || undefined}
      onChange={(chosen) => onChange(chosen ?? '')}
      empty={options ? undefined : <span className={styles.unknown}>{words('permission.value.typeSeveral')}</span>}
    />
  )
}
