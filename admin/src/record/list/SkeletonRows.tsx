import type { FieldMeta } from '@ficha/api/contract'
import styles from './RecordRow.module.css'

interface SkeletonRowsProps {
  columns: FieldMeta[]
  count: number
  selectable: boolean
}

/** Rows that are still to come, with the heights and places of the real ones. */
export function SkeletonRows({ columns, count, selectable }: SkeletonRowsProps) {
  return Array.from({ length: count }, (_, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
    <tr key={at} className={styles.row} aria-hidden>
      {selectable && <td className={styles.tick} />}
      {columns.map(({ name }, column) => (
        <td key={name} className={styles.cell}>
          <span className={styles.bone} style={{ inlineSize: `${boneWidth(at, column)}%` }} />
        </td>
      ))}
      <td className={styles.tail} />
    </tr>
  ))
}

/** Uneven like words, and the same at every drawing. */
function boneWidth(row: number, column: number): number {
  return 40 + ((row * 7 + column * 13) % 5) * 10
}
