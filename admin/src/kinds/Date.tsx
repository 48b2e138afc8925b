import { formatDate, parseDate, say } from '@ficha/api/contract'
import { DateInput } from './DateInput.tsx'
import { DateFilter } from './filters/DateFilter.tsx'
import { maskBy } from './masks.ts'
import { problemOf, type Typed } from './TypedInput.tsx'
import { figures, plainText, textCell } from './textCell.tsx'
import type { FilterProps, InputProps, KindView } from './view.ts'

/** How a day is typed; the filter of instants asks for days too. */
export const typedDay: Typed = {
  read: parseDate,
  write: (value) => formatDate(plainText(value)),
  mask: (typedText) => maskBy('00/00/0000', typedText),
  problem: ({ language }) => say(language, 'kind.date.problem'),
  input: ({ language }) => ({ inputMode: 'numeric', placeholder: say(language, 'kind.date.shape') }),
}

/** The input of a day. */
export function DayInput(props: InputProps) {
  return <DateInput typed={typedDay} {...props} />
}

/** A day of the calendar, `YYYY-MM-DD` on the wire, without a time zone. */
export const date: KindView = {
  Cell: textCell((value) => formatDate(plainText(value)), figures),
  Input: DayInput,
  Filter: (props: FilterProps) => (
    <DateFilter {...props} Input={DayInput} problem={problemOf(typedDay)} read={String} write={String} />
  ),
  text: (value) => formatDate(plainText(value)),
  problem: problemOf(typedDay),
  align: 'end',
  width: 104,
}
