import { useWords } from '../../providers/i18n.ts'
import { Radios } from '../Radios.tsx'
import type { FilterProps } from '../view.ts'
import { asksEmpty, isEmpty, isFilled } from './conditions.ts'

/** Whether there is a value at all: all that can be asked of some kinds. */
export function EmptyFilter({ field, value, onChange }: FilterProps) {
  const words = useWords()
  const choices = [
    { key: 'any', label: words('filter.any'), filter: undefined },
    { key: 'empty', label: words('filter.empty'), filter: isEmpty },
    { key: 'filled', label: words('filter.filled'), filter: isFilled },
  ]
  const present = value === undefined ? 'any' : asksEmpty(value) ? 'empty' : 'filled'
  return (
    <Radios
      label={field.label}
      options={choices}
      value={present}
      onChange={(chosen) => onChange(choices.find(({ key }) => key === chosen)?.filter)}
      vertical
      autoFocus
    />
  )
}
