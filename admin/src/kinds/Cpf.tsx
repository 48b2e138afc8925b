import { formatCpf, isCpf, normaliseCpf, say } from '@ficha/api/contract'
import { TextFilter } from './filters/TextFilter.tsx'
import { maskBy } from './masks.ts'
import { problemOf, type Typed, typedInput } from './TypedInput.tsx'
import { figures, plainText, textCell } from './textCell.tsx'
import type { FilterProps, KindView } from './view.ts'

const typed: Typed = {
  read(typedText) {
    const stored = normaliseCpf(typedText)
    return isCpf(stored) ? stored : undefined
  },
  write: (value) => formatCpf(plainText(value)),
  mask: (typedText) => maskBy('000.000.000-00', typedText),
  problem: ({ language }) => say(language, 'kind.cpf.problem'),
  input: () => ({ inputMode: 'numeric' }),
}

/** The number of a person, 11 digits. A masked one (`***.456.789-**`) is shown as it comes. */
export const cpf: KindView = {
  Cell: textCell((value) => formatCpf(plainText(value)), figures),
  Input: typedInput(typed),
  Filter: (props: FilterProps) => <TextFilter inputMode="numeric" normalise={normaliseCpf} {...props} />,
  text: (value) => formatCpf(plainText(value)),
  problem: problemOf(typed),
  width: 136,
}
