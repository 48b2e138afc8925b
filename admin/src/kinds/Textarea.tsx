import { Blank } from './Blank.tsx'
import { TextFilter } from './filters/TextFilter.tsx'
import { TextInput, tooLong } from './TextInput.tsx'
import { plainText } from './textCell.tsx'
import type { CellProps, InputProps, KindView } from './view.ts'

/** Text of several lines; never anything but text. */
export const textarea: KindView = {
  Cell: Lines,
  Input: (props: InputProps) => <TextInput multiline {...props} />,
  Filter: TextFilter,
  text: plainText,
  problem: tooLong,
  width: 240,
}

function Lines({ value, whole }: CellProps) {
  const shown = plainText(value)
  if (shown === '') return <Blank />
  return whole ? <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{shown}</span> : shown
}
