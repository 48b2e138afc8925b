import { parseScaled, say } from '@ficha/api/contract'
import { RangeFilter } from './filters/RangeFilter.tsx'
import { writeNumber } from './numbers.ts'
import { problemOf, type Typed, typedInput } from './TypedInput.tsx'
import { figures, plainText, textCell } from './textCell.tsx'
import type { About, FilterProps, KindView } from './view.ts'

const typed: Typed = {
  read: (typedText, { language }) => parseScaled(typedText, { scale: 0, language }),
  write: (value) => plainText(value),
  problem: ({ language }) => say(language, 'kind.integer.problem'),
  input: () => ({ inputMode: 'numeric' }),
}

const Input = typedInput(typed)

function text(value: unknown, { language }: About): string {
  const shown = plainText(value)
  return /^-?\d+$/.test(shown) ? writeNumber(Number(shown), language) : shown
}

/** A whole number. */
export const integer: KindView = {
  Cell: textCell(text, figures),
  Input,
  Filter: (props: FilterProps) => (
    <RangeFilter {...props} Input={Input} problem={problemOf(typed)} read={Number} write={String} />
  ),
  text,
  problem: problemOf(typed),
  align: 'end',
  width: 96,
}
