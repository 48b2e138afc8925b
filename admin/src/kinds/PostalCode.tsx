import { formatPostalCode, isPostalCode, normalisePostalCode, say } from '@ficha/api/contract'
import { TextFilter } from './filters/TextFilter.tsx'
import { maskBy } from './masks.ts'
import { problemOf, type Typed, typedInput } from './TypedInput.tsx'
import { figures, plainText, textCell } from './textCell.tsx'
import type { FilterProps, KindView } from './view.ts'

const typed: Typed = {
  read(typedText) {
    const stored = normalisePostalCode(typedText)
    return isPostalCode(stored) ? stored : undefined
  },
  write: (value) => formatPostalCode(plainText(value)),
  mask: (typedText) => maskBy('00000-000', typedText),
  problem: ({ language }) => say(language, 'kind.postalCode.problem'),
  input: () => ({ inputMode: 'numeric' }),
}

/** A CEP, 8 digits. */
export const postalCode: KindView = {
  Cell: textCell((value) => formatPostalCode(plainText(value)), figures),
  Input: typedInput(typed),
  Filter: (props: FilterProps) => <TextFilter inputMode="numeric" normalise={normalisePostalCode} {...props} />,
  text: (value) => formatPostalCode(plainText(value)),
  problem: problemOf(typed),
  width: 96,
}
