import { GlobalOutlined, WarningOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { iconNamed } from '../../providers/icons.ts'
import { everySubject, type MatrixRow } from '../model/matrixModel.ts'
import styles from './Matrix.module.css'

/** What a row is about: its icon and its name. */
export function SubjectName({ row: { subject, label, vocabulary } }: { row: MatrixRow }) {
  const words = useWords()
  const isEvery = subject === everySubject
  return (
    <span className={styles.subject}>
      <span aria-hidden className={styles.icon}>
        {isEvery ? <GlobalOutlined /> : vocabulary ? createElement(iconNamed(vocabulary.icon)) : <WarningOutlined />}
      </span>
      <span className={styles.label}>
        {label}
        {isEvery && <span className={styles.hint}>{words('permission.everything.hint')}</span>}
      </span>
    </span>
  )
}
