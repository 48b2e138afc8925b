import { formatLicensePlate, isLicensePlate, normaliseLicensePlate, say } from '@ficha/api/contract'
import { TextFilter } from './filters/TextFilter.tsx'
import { maskPlate } from './masks.ts'
import { problemOf, type Typed, typedInput } from './TypedInput.tsx'
import { figures, plainText, textCell } from './textCell.tsx'
import type { FilterProps, KindView } from './view.ts'

const typed: Typed = {
  read(typedText) {
    const stored = normaliseLicensePlate(typedText)
    return isLicensePlate(stored) ? stored : undefined
  },
  write: (value) => formatLicensePlate(plainText(value)),
  mask: maskPlate,
  problem: ({ language }) => say(language, 'kind.licensePlate.problem'),
  input: () => ({ inputMode: 'text', autoCapitalize: 'characters' }),
}

/** A number plate: `ABC1D23`, or `ABC-1234` of the form before. */
export const licensePlate: KindView = {
  Cell: textCell((value) => formatLicensePlate(plainText(value)), figures),
  Input: typedInput(typed),
  Filter: (props: FilterProps) => <TextFilter normalise={normaliseLicensePlate} {...props} />,
  text: (value) => formatLicensePlate(plainText(value)),
  problem: problemOf(typed),
  width: 96,
}
