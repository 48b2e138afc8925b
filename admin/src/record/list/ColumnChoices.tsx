import type { ResourceMeta } from '@ficha/api/contract'
import { Button, Checkbox } from 'antd'
import { type MouseEvent, useLayoutEffect, useRef } from 'react'
import { useWords } from '../../providers/i18n.ts'
import styles from './ColumnChooser.module.css'
import { ColumnMoves } from './ColumnMoves.tsx'
import { possibleColumns } from './columns.ts'
import type { Columns } from './useColumns.ts'

interface ColumnChoicesProps {
  resource: ResourceMeta
  columns: Columns
}

/** The columns of the list with their places and widths, then the other fields that could be columns. */
export function ColumnChoices({ resource, columns: { columns, widths, choose, resize, reset } }: ColumnChoicesProps) {
  const words = useWords()
  const names = columns.map(({ name }) => name)
  const others = possibleColumns(resource).filter(({ name }) => !names.includes(name))
  const choices = useRef<HTMLDivElement>(null)
  const used = useRef<string>(undefined)

  // A control that moves on the screen would leave the focus behind.
  useLayoutEffect(() => {
    const control = used.current && choices.current?.querySelector<HTMLElement>(`[data-part="${used.current}"]`)
    if (control && control !== document.activeElement) control.focus()
  })

  function noteUsed({ target }: MouseEvent) {
    if (target instanceof HTMLElement) used.current = target.closest<HTMLElement>('[data-part]')?.dataset.part
  }

  return (
    <div ref={choices} className={styles.choices} onClickCapture={noteUsed}>
      <ul className={styles.list}>
        {columns.map((field, at) => (
          <li key={field.name} className={styles.column}>
            <Checkbox
              checked
              disabled={at === 0}
              data-part={field.name}
              onChange={() => choose(names.filter((name) => name !== field.name))}
            >
              {field.label}
            </Checkbox>
            {at === 0 && <span className={styles.fixed}>{words('list.columns.first')}</span>}
            <ColumnMoves field={field} names={names} width={widths[field.name]} choose={choose} resize={resize} />
          </li>
        ))}
      </ul>
      {others.length > 0 && <span className={styles.heading}>{words('list.columns.others')}</span>}
      <ul className={styles.list}>
        {others.map((field) => (
          <li key={field.name} className={styles.column}>
            <Checkbox checked={false} data-part={field.name} onChange={() => choose([...names, field.name])}>
              {field.label}
            </Checkbox>
          </li>
        ))}
      </ul>
      {reset && (
        <Button size="small" onClick={reset}>
          {words('list.columns.reset')}
        </Button>
      )}
    </div>
  )
}
