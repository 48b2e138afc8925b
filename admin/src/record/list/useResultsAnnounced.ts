import { useEffect, useRef } from 'react'
import { announce } from '../../providers/announce.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import type { ListState } from './listState.ts'
import { resultsText } from './totalText.ts'
import type { Rows } from './useRows.ts'

/** Says how many rows there are after the search or the filters changed, once the answer is there. */
export function useResultsAnnounced({ q, filters }: ListState, { total, isLoading, isFormer, error }: Rows): void {
  const words = useWords()
  const [language] = useLanguage()
  const asked = JSON.stringify([q, filters])
  const said = useRef(asked)
  const text = total && !isLoading && !isFormer && !error ? resultsText(total, words, language) : undefined
  useEffect(() => {
    if (text === undefined || said.current === asked) return
    said.current = asked
    announce(text)
  }, [asked, text])
}
