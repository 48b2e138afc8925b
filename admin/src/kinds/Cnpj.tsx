import { formatCnpj, isCnpj, normaliseCnpj, say } from '@ficha/api/contract'
import { TextFilter } from './filters/TextFilter.tsx'
import { maskBy } from './masks.ts'
import { problemOf, type Typed, typedInput } from './TypedInput.tsx'
import { figures, plainText, textCell } from './textCell.tsx'
import type { FilterProps, KindView } from './view.ts'

const typed: Typed = {
  read(typedText) {
    const stored = normaliseCnpj(typedText)
    return isCnpj(stored) ? stored : undefined
  },
  write: (value) => formatCnpj(plainText(value)),
  mask: (typedText) => maskBy('XX.XXX.XXX/XXXX-00', typedText),
  problem: ({ language }) => say(language, 'kind.cnpj.problem'),
  // Letters are part of it since 2026, so no numeric keyboard.
  input: () => ({ inputMode: 'text', autoCapitalize: 'characters' }),
}

/** The number of a company, 14 letters and digits. */
export const cnpj: KindView = {
  Cell: textCell((value) => formatCnpj(plainText(value)), figures),
  Input: typedInput(typed),
  Filter: (props: FilterProps) => <TextFilter normalise={normaliseCnpj} {...props} />,
  text: (value) => formatCnpj(plainText(value)),
  problem: problemOf(typed),
  width: 160,
}
