import { useWords } from '../../providers/i18n.ts'
import { Radios } from '../Radios.tsx'
import type { FilterProps } from '../view.ts'
import { asksEmpty, isEmpty, mayBeEmpty, textsOf } from './conditions.ts'

/** Yes, no, no value, or any of them. */
export function BooleanFilter({ field, value, onChange }: FilterProps) {
  const words = useWords()
  const choices = [
    { key: 'any', label: words('filter.any'), filter: undefined },
    { key: 'true', label: words('kind.yes'), filter: { operator: 'eq', value: 'true' } as const },
    { key: 'false', label: words('kind.no'), filter: { operator: 'eq', value: 'false' } as const },
    ...(mayBeEmpty(field) ? [{ key: 'empty', label: words('filter.empty'), filter: isEmpty }] : []),
  ]
  return (
    <Radios
      label={field.label}
      options={choices}
      value={asksEmpty(value) ? 'empty' : (textsOf(value)[0] ?? 'any')}
      onChange={(chosen) => onChange(choices.find(({ key }) => key === chosen)?.filter)}
      vertical
      autoFocus
    />
  )
}
