import { CloseOutlined, WarningOutlined } from '@ant-design/icons'
import { useWords } from '../../providers/i18n.ts'
import styles from './FilterBar.module.css'
import type { ListControl } from './useListState.ts'

/** What the address asks for and the list does not know: said, left out of the question, and one click from gone. */
export function UnknownFilters({ list: { unknown, forget } }: { list: ListControl }) {
  const words = useWords()
  return unknown.map((one) => {
    const text = `${one.parameter}=${one.values.join(', ')}`
    return (
      <span key={one.parameter} className={styles.chip} data-unknown title={words('list.filter.unknown.help')}>
        <span className={styles.notice}>
          <WarningOutlined aria-hidden /> <span className={styles.text}>{words('list.filter.unknown', { text })}</span>
        </span>
        <button
          type="button"
          className={styles.remove}
          aria-label={words('list.filter.unknown.remove', { text })}
          onClick={() => forget(one)}
        >
          <CloseOutlined aria-hidden />
        </button>
      </span>
    )
  })
}
