import { useWords } from '../providers/i18n.ts'
import { Choice } from './Choice.tsx'
import { controlProps } from './controlProps.ts'
import { ChoiceFilter } from './filters/ChoiceFilter.tsx'
import { optionLabel } from './options.ts'
import { textCell } from './textCell.tsx'
import type { About, InputProps, KindView } from './view.ts'

/** Several of a few values, on the wire a list of strings. */
export const multiSelect: KindView = {
  Cell: textCell(text),
  Input: SomeOf,
  Filter: ChoiceFilter,
  text,
  toInput: (value) => value ?? [],
  width: 160,
}

/** In the order of the choices, not of the clicks. */
function text(value: unknown, { field }: About): string {
  const chosen = [value ?? []].flat()
  const order = field.format.options?.map((option) => option.value) ?? []
  return [...chosen]
    .sort((a, b) => order.indexOf(String(a)) - order.indexOf(String(b)))
    .map((one) => optionLabel(field, one))
    .join(', ')
}

function SomeOf(props: InputProps) {
  const { field, value, onChange, onBlur } = props
  const words = useWords()
  return (
    <Choice
      {...controlProps(props)}
      mode="multiple"
      options={field.format.options?.map((option) => ({ value: option.value, label: option.label }))}
      optionFilterProp="label"
      placeholder={words('kind.choose')}
      value={Array.isArray(value) ? value : []}
      onChange={(chosen) => onChange?.(chosen)}
      onBlur={() => onBlur?.()}
      clear={() => onChange?.([])}
    />
  )
}
