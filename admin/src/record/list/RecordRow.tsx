import { EllipsisOutlined } from '@ant-design/icons'
import { memo } from 'react'
import { kinds } from '../../kinds/index.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { titleOf } from '../page/title.ts'
import { RowCell } from '../RowCell.tsx'
import styles from './RecordRow.module.css'
import type { RowHandlers } from './rowHandlers.ts'
import { Tick } from './Tick.tsx'
import { TitleLink } from './TitleLink.tsx'
import type { RowModel } from './treeRows.ts'

interface RecordRowProps {
  model: RowModel
  handlers: RowHandlers
  selected: boolean
}

/** A record as a row of the table. */
export const RecordRow = memo(function RecordRow({ model, handlers, selected }: RecordRowProps) {
  const words = useWords()
  const [language] = useLanguage()
  const { row, branch } = model
  const { resource, columns, onSelect, onMenu } = handlers
  const [, ...others] = columns
  const title = titleOf(resource, row, language)
  return (
    <tr
      className={styles.row}
      data-id={row.id}
      data-selected={selected || undefined}
      aria-level={branch?.level}
      aria-posinset={branch?.place}
      aria-setsize={branch?.siblings}
      aria-expanded={branch?.open}
    >
      {onSelect && (
        <td className={styles.tick}>
          <Tick
            label={words('list.select.one', { title })}
            checked={selected}
            onChange={(checked, options) => onSelect(row, checked, options)}
          />
        </td>
      )}
      <th scope="row" className={styles.first}>
        <TitleLink model={model} handlers={handlers} />
      </th>
      {others.map((field) => {
        return (
          <td key={field.name} className={styles.cell} data-align={kinds[field.kind].align}>
            <RowCell field={field} row={row} />
          </td>
        )
      })}
      <td className={styles.tail}>
        <button
          type="button"
          className={styles.more}
          data-menu
          aria-haspopup="menu"
          aria-label={words('list.row.menu', { title })}
          onClick={(event) => onMenu(row, event.currentTarget)}
        >
          <EllipsisOutlined aria-hidden />
        </button>
      </td>
    </tr>
  )
})
