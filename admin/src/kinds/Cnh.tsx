import { isCnh, normaliseCnh, say } from '@ficha/api/contract'
import { TextFilter } from './filters/TextFilter.tsx'
import { problemOf, type Typed, typedInput } from './TypedInput.tsx'
import { figures, plainText, textCell } from './textCell.tsx'
import type { FilterProps, KindView } from './view.ts'

const typed: Typed = {
  read(typedText) {
    const stored = normaliseCnh(typedText)
    return isCnh(stored) ? stored : undefined
  },
  write: plainText,
  problem: ({ language }) => say(language, 'kind.cnh.problem'),
  input: () => ({ inputMode: 'numeric' }),
}

/** The number of a driving licence, 11 digits, written without separators as it is printed. */
export const cnh: KindView = {
  Cell: textCell(plainText, figures),
  Input: typedInput(typed),
  Filter: (props: FilterProps) => <TextFilter inputMode="numeric" normalise={normaliseCnh} {...props} />,
  text: plainText,
  problem: problemOf(typed),
  width: 120,
}
