import { formatImei, isImei, normaliseImei, say } from '@ficha/api/contract'
import { TextFilter } from './filters/TextFilter.tsx'
import { maskBy } from './masks.ts'
import { problemOf, type Typed, typedInput } from './TypedInput.tsx'
import { figures, plainText, textCell } from './textCell.tsx'
import type { FilterProps, KindView } from './view.ts'

const typed: Typed = {
  read(typedText) {
    const stored = normaliseImei(typedText)
    return isImei(stored) ? stored : undefined
  },
  write: (value) => formatImei(plainText(value)),
  mask: (typedText) => maskBy('00-000000-000000-0', typedText),
  problem: ({ language }) => say(language, 'kind.imei.problem'),
  input: () => ({ inputMode: 'numeric' }),
}

/** The number of a mobile device, 15 digits. */
export const imei: KindView = {
  Cell: textCell((value) => formatImei(plainText(value)), figures),
  Input: typedInput(typed),
  Filter: (props: FilterProps) => <TextFilter inputMode="numeric" normalise={normaliseImei} {...props} />,
  text: (value) => formatImei(plainText(value)),
  problem: problemOf(typed),
  width: 168,
}
