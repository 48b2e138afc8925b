import { formatDate, say } from '@ficha/api/contract'
import { Blank } from './Blank.tsx'
import { DayInput, typedDay } from './Date.tsx'
import { DateInput } from './DateInput.tsx'
import { dayOf, instantsOf, readInstant, writeExactInstant, writeInstant } from './dates.ts'
import { DateFilter } from './filters/DateFilter.tsx'
import type { End } from './filters/RangeFilter.tsx'
import { maskBy } from './masks.ts'
import { problemOf, type Typed } from './TypedInput.tsx'
import { figures, plainText } from './textCell.tsx'
import type { CellProps, FilterProps, InputProps, KindView } from './view.ts'

const typed: Typed = {
  read: readInstant,
  write: writeInstant,
  mask: (typedText) => maskBy('00/00/0000 00:00', typedText),
  problem: ({ language }) => say(language, 'kind.dateTime.problem'),
  input: ({ language }) => ({ inputMode: 'numeric', placeholder: say(language, 'kind.dateTime.shape') }),
}

/** A moment, ISO 8601 in UTC on the wire, in the time zone of the person's device on the screen. */
export const dateTime: KindView = {
  Cell: Moment,
  Input: (props: InputProps) => <DateInput typed={typed} withTime {...props} />,
  Filter: (props: FilterProps) => (
    <DateFilter {...props} Input={DayInput} problem={problemOf(typedDay)} read={dayOf} write={instantOf} />
  ),
  text: writeInstant,
  said: (value) => formatDate(dayOf(value)),
  problem: problemOf(typed),
  align: 'end',
  width: 144,
}

/** With the seconds and the time zone in the tooltip. */
function Moment({ value }: CellProps) {
  const instant = plainText(value)
  if (instant === '') return <Blank />
  return (
    <time dateTime={instant} title={writeExactInstant(instant)} style={figures}>
      {writeInstant(instant)}
    </time>
  )
}

function instantOf(day: unknown, end: End): string {
  const { first, last } = instantsOf(String(day))
  return end === 'from' ? first : last
}
