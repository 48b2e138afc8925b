import { useWords } from '../providers/i18n.ts'
import { Choice } from './Choice.tsx'
import { controlProps } from './controlProps.ts'
import { ChoiceFilter } from './filters/ChoiceFilter.tsx'
import { optionLabel, searchedFrom } from './options.ts'
import { textCell } from './textCell.tsx'
import type { About, InputProps, KindView } from './view.ts'

/** One of a few values. */
export const select: KindView = {
  Cell: textCell(text),
  Input: OneOf,
  Filter: ChoiceFilter,
  text,
  width: 120,
}

function text(value: unknown, { field }: About): string {
  return optionLabel(field, value)
}

function OneOf(props: InputProps) {
  const { field, value, onChange, onBlur } = props
  const words = useWords()
  const options = field.format.options ?? []
  return (
    <Choice
      {...controlProps(props)}
      options={options.map((option) => ({ value: option.value, label: option.label }))}
      showSearch={options.length >= searchedFrom}
      placeholder={words('kind.choose')}
      value={value ?? undefined}
      onChange={(chosen) => onChange?.(chosen ?? null)}
      onBlur={() => onBlur?.()}
      clear={field.required ? undefined : () => onChange?.(null)}
    />
  )
}
