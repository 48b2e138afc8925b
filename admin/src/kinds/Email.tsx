import { TextFilter } from './filters/TextFilter.tsx'
import { TextInput, tooLong } from './TextInput.tsx'
import { plainText, textCell } from './textCell.tsx'
import type { FilterProps, InputProps, KindView } from './view.ts'

const keyboard = { inputMode: 'email', autoCapitalize: 'none', spellCheck: false } as const

/** An e-mail address. Not `type="email"`: the browser would hold the form back with a message of its own. */
export const email: KindView = {
  Cell: textCell(plainText),
  Input: (props: InputProps) => <TextInput input={keyboard} {...props} />,
  Filter: (props: FilterProps) => <TextFilter inputMode="email" {...props} />,
  text: plainText,
  problem: tooLong,
  width: 200,
}
