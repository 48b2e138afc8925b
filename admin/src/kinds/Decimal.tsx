import { formatDecimal, fromScaled, parseScaled, say } from '@ficha/api/contract'
import { RangeFilter } from './filters/RangeFilter.tsx'
import { problemOf, type Typed, typedInput } from './TypedInput.tsx'
import { figures, plainText, textCell } from './textCell.tsx'
import type { About, FilterProps, KindView } from './view.ts'

const typed: Typed = {
  read(typedText, { field, language }) {
    const scale = scaleOf(field)
    const scaled = parseScaled(typedText, { scale, language })
    return scaled === undefined ? undefined : fromScaled(scaled, scale)
  },
  write: (value, { field, language }) =>
    typeof value === 'number' ? formatDecimal(value, { scale: scaleOf(field), language }) : plainText(value),
  problem: ({ field, language }) => say(language, 'kind.decimal.problem', { scale: scaleOf(field) }),
  input: () => ({ inputMode: 'decimal' }),
}

const Input = typedInput(typed)

/** A number with a fixed number of digits after the point, on the wire a JSON number. */
export const decimal: KindView = {
  Cell: textCell(text, figures),
  Input,
  Filter: (props: FilterProps) => (
    <RangeFilter {...props} Input={Input} problem={problemOf(typed)} read={Number} write={String} />
  ),
  text,
  problem: problemOf(typed),
  align: 'end',
  width: 104,
}

function text(value: unknown, { field, language }: About): string {
  const shown = plainText(value)
  const number = shown === '' ? Number.NaN : Number(shown)
  return Number.isFinite(number) ? formatDecimal(number, { scale: scaleOf(field), language }) : shown
}

function scaleOf({ format }: About['field']): number {
  return format.scale ?? 2
}
