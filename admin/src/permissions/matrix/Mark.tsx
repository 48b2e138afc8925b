import { StopOutlined, WarningOutlined } from '@ant-design/icons'
import type { WordKey } from '@ficha/api/contract'
import type { Cell, Granted } from '../model/matrixModel.ts'
import styles from './Mark.module.css'

/** How much of an action is granted, as a shape: a dash, a half disc, a whole disc with a tick. */
export function GrantedMark({ granted }: { granted: Granted }) {
  return (
    <svg className={styles.mark} data-granted={granted} width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      {granted === 'none' && <path d="M5.5 9h7" className={styles.line} />}
      {granted === 'some' && (
        <>
          <circle cx="9" cy="9" r="7" className={styles.ring} />
          <path d="M9 2a7 7 0 0 0 0 14Z" className={styles.disc} />
        </>
      )}
      {granted === 'all' && (
        <>
          <circle cx="9" cy="9" r="7.75" className={styles.disc} />
          <path d="m5.6 9.2 2.3 2.3 4.5-4.8" className={styles.tick} />
        </>
      )}
    </svg>
  )
}

/** A cell at a glance: what is granted, whether something is denied, whether a rule is broken. */
export function CellMark({ cell: { granted, denied, needsReview } }: { cell: Cell }) {
  return (
    <span className={styles.marks}>
      {denied && granted === 'none' ? null : <GrantedMark granted={granted} />}
      {denied && <StopOutlined aria-hidden className={styles.denied} />}
      {needsReview && <WarningOutlined aria-hidden className={styles.review} />}
    </span>
  )
}

/** The same in words, for screen readers and titles. */
export const grantedWords = {
  none: 'permission.granted.none',
  some: 'permission.granted.some',
  all: 'permission.granted.all',
} as const satisfies Record<Granted, WordKey>
