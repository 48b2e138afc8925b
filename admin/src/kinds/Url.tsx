import { useWords } from '../providers/i18n.ts'
import { Blank } from './Blank.tsx'
import { TextFilter } from './filters/TextFilter.tsx'
import { TextInput, tooLong } from './TextInput.tsx'
import { plainText } from './textCell.tsx'
import type { CellProps, InputProps, KindView } from './view.ts'

const keyboard = { inputMode: 'url', autoCapitalize: 'none', spellCheck: false } as const

/** An address of the web. */
export const url: KindView = {
  Cell: Link,
  Input: (props: InputProps) => <TextInput input={keyboard} {...props} />,
  Filter: TextFilter,
  text: plainText,
  problem: tooLong,
  width: 200,
}

/** Only http and https become a link: `javascript:` must never be a click away. */
function Link({ value }: CellProps) {
  const words = useWords()
  const shown = plainText(value)
  if (shown === '') return <Blank />
  if (!/^https?:\/\//i.test(shown)) return shown
  return (
    <a href={shown} target="_blank" rel="noopener noreferrer" aria-label={words('kind.url.open', { url: shown })}>
      {shown.replace(/^https?:\/\//i, '').replace(/\/$/, '')}
    </a>
  )
}
