import { useWords } from '../../providers/i18n.ts'
import { cellName } from './cellName.ts'
import { CellMark } from './Mark.tsx'
import styles from './Matrix.module.css'
import type { MatrixProps } from './MatrixGrid.tsx'
import { SubjectName } from './SubjectName.tsx'

/** The matrix on a phone: subjects under each other, each with its actions. */
export function MatrixList({ groups, onOpen }: MatrixProps) {
  const words = useWords()
  return groups.map(({ name, label, rows }) => (
    <section key={name} className={styles.listGroup}>
      {label && <h2>{label}</h2>}
      {rows.map((row) => (
        <section key={row.subject} className={styles.card} aria-label={row.label}>
          <h3>
            <SubjectName row={row} />
          </h3>
          <div className={styles.actions}>
            {[...row.standard.flatMap((cell) => cell ?? []), ...row.own].map((cell) => (
              <button
                key={cell.action}
                type="button"
                className={styles.own}
                data-granted={cell.granted}
                aria-label={cellName(row.label, cell, words)}
                onClick={() => onOpen(row, cell)}
              >
                <CellMark cell={cell} />
                <span>{cell.label}</span>
              </button>
            ))}
          </div>
        </section>
      ))}
    </section>
  ))
}
