import { type PropsWithChildren, type SyntheticEvent, useRef } from 'react'
import { kinds } from '../../kinds/index.ts'
import { useWords } from '../../providers/i18n.ts'
import { columnWidths } from './columnWidths.ts'
import { HeadCell } from './HeadCell.tsx'
import type { ListSort } from './listState.ts'
import { RecordRow } from './RecordRow.tsx'
import styles from './RecordTable.module.css'
import type { RowHandlers } from './rowHandlers.ts'
import { SelectAll } from './SelectAll.tsx'
import { SkeletonRows } from './SkeletonRows.tsx'
import type { RowModel } from './treeRows.ts'
import type { Columns } from './useColumns.ts'
import { useRoom } from './useRoom.ts'
import type { Selection } from './useSelection.ts'

interface RecordTableProps {
  models: RowModel[]
  handlers: RowHandlers
  sort: ListSort[]
  onSort: (field: string, add: boolean) => void
  /** How wide the columns were made by hand. */
  sizes: Pick<Columns, 'widths' | 'resize'>
  selection: Selection
  /** Rows to draw while there are none; 0 when they have come. */
  expected: number
  /** The rows answer the question before. */
  isFormer: boolean
}

/** The rows as a table that takes the room it gets. Its children stand above the end of the head. */
export function RecordTable(props: PropsWithChildren<RecordTableProps>) {
  const { models, handlers, sort, onSort, sizes, selection, expected, isFormer, children } = props
  const words = useWords()
  const region = useRef<HTMLElement>(null)
  const room = useRoom(region)
  const { resource, columns, onSelect, onToggle } = handlers
  const frame = (onSelect ? tickWidth : 0) + tailWidth
  const widths = columnWidths(columns.map(wish), room.width - frame)
  const total = widths.reduce((sum, width) => sum + width, frame)
  const label = words('list.table', { label: resource.label[1] })

  return (
    <div className={styles.frame}>
      <section
        ref={region}
        className={styles.region}
        // What the Tab key reaches scrolls to where the fixed columns do not lie over it.
        style={{ scrollPaddingInline: `${frame - tailWidth + (widths[0] ?? 0)}px ${tailWidth}px` }}
        aria-label={label}
        // Only a region that scrolls needs to be reached by the keyboard for its own sake.
        tabIndex={room.hidden.start || room.hidden.end ? 0 : undefined}
        data-rows
        data-before={room.hidden.start || undefined}
        data-after={room.hidden.end || undefined}
      >
        <table
          className={styles.table}
          style={{ inlineSize: total }}
          role={onToggle && 'treegrid'}
          aria-label={label}
          aria-busy={expected > 0 || isFormer}
        >
          <colgroup>
            {onSelect && <col style={{ inlineSize: tickWidth }} />}
            {columns.map(({ name }, at) => (
              <col key={name} style={{ inlineSize: widths[at] }} />
            ))}
            <col style={{ inlineSize: tailWidth }} />
          </colgroup>
          <thead>
            <tr>
              {onSelect && (
                <td className={styles.tick}>
                  <SelectAll selection={selection} />
                </td>
              )}
              {columns.map((field) => (
                <HeadCell key={field.name} field={field} sort={sort} onSort={onSort} onResize={sizes.resize} />
              ))}
              <td className={styles.tail} />
            </tr>
          </thead>
          <tbody
            className={styles.body}
            data-former={isFormer || undefined}
            onMouseOver={explainCut}
            onFocus={explainCut}
          >
            {expected > 0 ? (
              <SkeletonRows columns={columns} count={expected} selectable={onSelect !== undefined} />
            ) : (
              models.map((model) => (
                <RecordRow
                  key={model.row.id}
                  model={model}
                  handlers={handlers}
                  selected={selection.has(model.row.id)}
                />
              ))
            )}
          </tbody>
        </table>
      </section>
      <div className={styles.headEnd} style={{ insetInlineEnd: room.gutter + (tailWidth - 28) / 2 }}>
        {children}
      </div>
    </div>
  )

  function wish(field: (typeof columns)[number], at: number) {
    const { width = 140, align } = kinds[field.kind]
    const own = sizes.widths[field.name]
    if (own !== undefined) return { least: own, grow: 0 }
    if (at === 0) return { least: Math.max(width, 232), grow: 3 }
    return { least: Math.max(width, 88), grow: align === 'end' ? 0 : 1 }
  }
}

const tickWidth = 40
const tailWidth = 48

/** A cell that is cut says the whole of it to who points at it or stands in it. */
function explainCut({ target }: SyntheticEvent): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td, th') : null
  if (!cell) return
  const cut = [cell, ...cell.querySelectorAll<HTMLElement>('*')].some(
    (part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0,
  )
  if (cut) cell.title = cell.textContent ?? ''
  else cell.removeAttribute('title')
}
