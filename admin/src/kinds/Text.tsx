import { TextFilter } from './filters/TextFilter.tsx'
import { TextInput, textProblem } from './TextInput.tsx'
import { plainText, textCell } from './textCell.tsx'
import type { KindView } from './view.ts'

/** One line of text. */
export const text: KindView = {
  Cell: textCell(plainText),
  Input: TextInput,
  Filter: TextFilter,
  text: plainText,
  problem: textProblem,
  width: 160,
}
