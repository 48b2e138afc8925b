import { unseen } from '../../kinds/Blank.tsx'
import { useWords } from '../../providers/i18n.ts'
import fieldStyles from './Field.module.css'
import styles from './RecordSkeleton.module.css'

/** Holds the place of a record that is on its way: its name, its facts, its tabs and its fields. */
export function RecordSkeleton() {
  const words = useWords()
  return (
    <div aria-busy="true">
      <span role="status" style={unseen}>
        {words('shell.loading')}
      </span>
      <div className={`${styles.bone} ${styles.crumb}`} />
      <div className={`${styles.bone} ${styles.name}`} />
      <div className={`${styles.bone} ${styles.facts}`} />
      <div className={`${styles.bone} ${styles.tabs}`} />
      <div className={fieldStyles.fields}>
        {[52, 71, 38, 60, 45, 66, 57, 40].map((width) => (
          <div key={width} className={styles.field}>
            <div className={`${styles.bone} ${styles.label}`} />
            <div className={`${styles.bone} ${styles.value}`} style={{ width: `${width}%` }} />
          </div>
        ))}
      </div>
    </div>
  )
}
