import hidden from '../providers/hidden.module.css'
import { useWords } from '../providers/i18n.ts'
import styles from './PageSkeleton.module.css'

/** Holds the place of a page whose code or data are on their way: a title, a bar and rows, so that nothing jumps. */
export function PageSkeleton() {
  const say = useWords()
  return (
    <div className={styles.page} aria-busy="true">
      <span role="status" className={hidden.hidden}>
        {say('shell.loading')}
      </span>
      <div className={`${styles.bone} ${styles.title}`} />
      <div className={`${styles.bone} ${styles.bar}`} />
      {Array.from({ length: 8 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={row} className={`${styles.bone} ${styles.row}`} />
      ))}
    </div>
  )
}
