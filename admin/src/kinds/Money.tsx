import { formatDecimal, formatMoney, parseMoney, say } from '@ficha/api/contract'
import { RangeFilter } from './filters/RangeFilter.tsx'
import { problemOf, type Typed, typedInput } from './TypedInput.tsx'
import { figures, plainText, textCell } from './textCell.tsx'
import type { About, FilterProps, KindView } from './view.ts'

const typed: Typed = {
  read: (typedText, { language }) => parseMoney(typedText, language),
  write: (value, { language }) =>
    typeof value === 'number' ? formatDecimal(value / 100, { scale: 2, language }) : plainText(value),
  problem: ({ language }) => say(language, 'kind.money.problem'),
  input: () => ({ inputMode: 'decimal', prefix: 'R$' }),
}

const Input = typedInput(typed)

/** Reais: cents on the wire, `R$ 1.234,56` on the screen. */
export const money: KindView = {
  Cell: textCell(text, figures),
  Input,
  Filter: (props: FilterProps) => (
    <RangeFilter {...props} Input={Input} problem={problemOf(typed)} read={Number} write={String} />
  ),
  text,
  problem: problemOf(typed),
  align: 'end',
  width: 120,
}

function text(value: unknown, { language }: About): string {
  const shown = plainText(value)
  return /^-?\d+$/.test(shown) ? formatMoney(Number(shown), language) : shown
}
