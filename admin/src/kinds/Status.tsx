import type { FieldMeta, OptionMeta } from '@ficha/api/contract'
import { useWords } from '../providers/i18n.ts'
import { Blank } from './Blank.tsx'
import { Choice } from './Choice.tsx'
import { controlProps } from './controlProps.ts'
import { ChoiceFilter } from './filters/ChoiceFilter.tsx'
import { optionLabel, searchedFrom } from './options.ts'
import { StatusTag } from './StatusTag.tsx'
import type { CellProps, InputProps, KindView } from './view.ts'

/** Where a record stands in its life. */
export const status: KindView = {
  Cell: State,
  Input: Transition,
  Filter: ChoiceFilter,
  text: (value, { field }) => optionLabel(field, value),
  width: 112,
}

function State({ field, value }: CellProps) {
  const option = field.format.options?.find((candidate) => candidate.value === value)
  if (value === null || value === undefined || value === '') return <Blank />
  return <StatusTag option={option ?? { value: String(value), label: String(value) }} />
}

function Transition(props: InputProps) {
  const { field, value, onChange, onBlur, record } = props
  const words = useWords()
  const options = reachable(field, record?.[field.name])
  return (
    <Choice
      {...controlProps(props)}
      options={options.map((option) => ({ value: option.value, label: option.label }))}
      optionRender={({ value: state }) => <State field={field} value={state} />}
      labelRender={({ value: state }) => <State field={field} value={state} />}
      showSearch={options.length >= searchedFrom}
      placeholder={words('kind.choose')}
      value={value ?? undefined}
      onChange={(chosen) => onChange?.(chosen)}
      onBlur={() => onBlur?.()}
    />
  )
}

/** The present state and those it may change to; all of them where nothing limits the change. */
function reachable({ format, default: initial }: FieldMeta, present: unknown): OptionMeta[] {
  const { options = [], transitions } = format
  const from = String(present ?? initial ?? '')
  const to = transitions?.[from]
  return to ? options.filter(({ value }) => value === from || to.includes(value)) : options
}
