import { formatState, states } from '@ficha/api/contract'
import { useWords } from '../providers/i18n.ts'
import { Choice } from './Choice.tsx'
import { controlProps } from './controlProps.ts'
import { ChoiceFilter } from './filters/ChoiceFilter.tsx'
import { plainText, textCell } from './textCell.tsx'
import type { FilterProps, InputProps, KindView } from './view.ts'

const options = Object.entries(states).map(([code, name]) => ({ value: code, label: `${code} · ${name}` }))

/** A state of Brazil (UF). */
export const state: KindView = {
  Cell: textCell(plainText),
  Input: OneState,
  Filter: (props: FilterProps) => <ChoiceFilter {...props} options={options} />,
  text: (value) => formatState(plainText(value)),
  width: 64,
}

/** Found by code and by name. */
function OneState(props: InputProps) {
  const { field, value, onChange, onBlur } = props
  const words = useWords()
  return (
    <Choice
      {...controlProps(props)}
      options={options}
      showSearch
      placeholder={words('kind.choose')}
      value={value ?? undefined}
      onChange={(chosen) => onChange?.(chosen ?? null)}
      onBlur={() => onBlur?.()}
      clear={field.required ? undefined : () => onChange?.(null)}
    />
  )
}
