import { say } from '@ficha/api/contract'
import { useWords } from '../providers/i18n.ts'
import { BooleanFilter } from './filters/BooleanFilter.tsx'
import { Radios } from './Radios.tsx'
import { textCell } from './textCell.tsx'
import type { About, InputProps, KindView } from './view.ts'

/** Yes or no. */
export const boolean: KindView = {
  Cell: textCell(text),
  Input: Answers,
  Filter: BooleanFilter,
  text,
  said: (value, about) => text(value, about).toLowerCase(),
  width: 72,
}

function text(value: unknown, { language }: About): string {
  if (String(value) === 'true') return say(language, 'kind.yes')
  return String(value) === 'false' ? say(language, 'kind.no') : ''
}

/** Both answers in sight. Not a switch: a switch promises to act at once, and here nothing happens before the save. */
function Answers(props: InputProps) {
  const { field, value, onChange } = props
  const words = useWords()
  const answers = [
    { key: 'true', value: true, label: words('kind.yes') },
    { key: 'false', value: false, label: words('kind.no') },
    ...(field.required ? [] : [{ key: 'null', value: null, label: words('kind.unset') }]),
  ]
  return (
    <Radios
      label={props['aria-label'] ?? field.label}
      options={answers}
      value={String(value ?? null)}
      onChange={(chosen) => onChange?.(answers.find(({ key }) => key === chosen)?.value)}
      autoFocus={props.autoFocus}
      id={props.id}
      disabled={props.disabled}
      describedBy={props['aria-describedby']}
      onBlur={props.onBlur}
    />
  )
}
