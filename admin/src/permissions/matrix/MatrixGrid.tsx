import { standardActions } from '@ficha/api/contract'
import { useWords } from '../../providers/i18n.ts'
import type { Cell, MatrixRow } from '../model/matrixModel.ts'
import { cellName } from './cellName.ts'
import { CellMark } from './Mark.tsx'
import styles from './Matrix.module.css'
import type { RowGroup } from './places.ts'
import { SubjectName } from './SubjectName.tsx'
import { useGridKeys } from './useGridKeys.ts'

export interface MatrixProps {
  groups: readonly RowGroup[]
  /** What the rules of a cell say, for its tooltip. */
  describe: (cell: Cell) => string
  onOpen: (row: MatrixRow, cell: Cell) => void
}

/** Subjects down, actions across; each cell a button that opens its rules. */
export function MatrixGrid({ groups, describe, onOpen }: MatrixProps) {
  const words = useWords()
  const ids = groups.flatMap(({ rows }) => rows.flatMap((row) => cellsOf(row).map((cell) => idOf(row, cell))))
  const keys = useGridKeys(ids[0], new Set(ids))

  const button = (row: MatrixRow, cell: Cell, isOwn: boolean) => {
    const id = idOf(row, cell)
    return (
      <button
        key={id}
        type="button"
        data-cell={id}
        className={isOwn ? styles.own : styles.cell}
        data-granted={cell.granted}
        tabIndex={keys.tabIndexOf(id)}
        aria-label={cellName(row.label, cell, words)}
        title={describe(cell) || undefined}
        onFocus={() => keys.onFocus(id)}
        onClick={() => onOpen(row, cell)}
      >
        <CellMark cell={cell} />
        {isOwn && <span>{cell.label}</span>}
      </button>
    )
  }

  return (
    <div className={styles.frame}>
      <table
        ref={keys.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the arrow keys go from cell to cell in it
        role="grid"
        aria-label={words('permission.matrix')}
        className={styles.grid}
        onKeyDown={keys.onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">{words('permission.matrix.subject')}</th>
            {standardActions.map((action) => (
              <th key={action} scope="col" className={styles.action}>
                {words(`permission.action.${action}`)}
              </th>
            ))}
            <th scope="col">{words('permission.matrix.others')}</th>
          </tr>
        </thead>
        {groups.map(({ name, label, rows }) => (
          <tbody key={name}>
            {label && (
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={standardActions.length + 2}>
                  {label}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <tr key={row.subject}>
                <th scope="row">
                  <SubjectName row={row} />
                </th>
                {row.standard.map((cell, at) => (
                  <td key={standardActions[at]} className={styles.action}>
                    {cell && button(row, cell, false)}
                  </td>
                ))}
                <td className={styles.owns}>{row.own.map((cell) => button(row, cell, true))}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function cellsOf({ standard, own }: MatrixRow): Cell[] {
  return [...standard.flatMap((cell) => cell ?? []), ...own]
}

/** A name for a cell that outlives a change of its rules. */
function idOf({ subject }: MatrixRow, { action }: Cell): string {
  return `${subject}/${action}`
}
