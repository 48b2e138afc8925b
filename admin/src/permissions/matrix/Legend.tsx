import { StopOutlined } from '@ant-design/icons'
import { useWords } from '../../providers/i18n.ts'
import markStyles from './Mark.module.css'
import { GrantedMark, grantedWords } from './Mark.tsx'
import styles from './Matrix.module.css'

/** What the shapes of the matrix mean. */
export function Legend() {
  const words = useWords()
  return (
    <ul className={styles.legend} aria-label={words('permission.legend')}>
      {(['all', 'some', 'none'] as const).map((granted) => (
        <li key={granted}>
          <GrantedMark granted={granted} /> {words(grantedWords[granted])}
        </li>
      ))}
      <li>
        <StopOutlined aria-hidden className={markStyles.denied} /> {words('permission.cell.denied')}
      </li>
    </ul>
  )
}
