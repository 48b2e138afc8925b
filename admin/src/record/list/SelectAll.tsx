import { useWords } from '../../providers/i18n.ts'
import { Tick } from './Tick.tsx'
import type { Selection } from './useSelection.ts'

/** The box that selects the rows of this page, or none of them. */
export function SelectAll({ selection: { page, selectPage } }: { selection: Selection }) {
  const words = useWords()
  return (
    <Tick label={words('list.select.all')} checked={page === 'all'} mixed={page === 'some'} onChange={selectPage} />
  )
}
