import { useAnnounced } from '../providers/announce.ts'
import styles from '../providers/hidden.module.css'

/** The one place of the screen that screen readers listen to for what worked. It must be there before the text is. */
export function Announcer() {
  const { text, turn } = useAnnounced()
  return (
    <div role="status" className={styles.hidden}>
      <span key={turn}>{text}</span>
    </div>
  )
}
