import type { CrudSort } from '@refinedev/core'
import { Fragment } from 'react'
import { unseen } from '../../kinds/Blank.tsx'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { viewOf } from '../page/values.ts'
import { RowCell } from '../RowCell.tsx'
import styles from './Related.module.css'
import { RelatedHead } from './RelatedHead.tsx'
import { RowButtons } from './RowButtons.tsx'
import { RowTitle } from './RowTitle.tsx'
import type { RelatedRows } from './rows.ts'

interface RelatedTableProps extends RelatedRows {
  sorters: CrudSort[]
  onSort: (sorters: CrudSort[]) => void
}

/** Room of the buttons of a row, in pixels. */
const buttonsWidth = 84
const titleWidth = 200
const otherWidth = 120

/** A related list as a table: cells are cut, never wrapped; the form of a row opens under it. */
export function RelatedTable({ sorters, onSort, ...list }: RelatedTableProps) {
  const { resource, related, columns, rows, formUnder, busy } = list
  const words = useWords()
  const [language] = useLanguage()
  const wishes = columns.map((field, at) => viewOf(field).width ?? (at === 0 ? titleWidth : otherWidth))
  const all = wishes.reduce((sum, wish) => sum + wish, 0)
  const [, ...others] = columns
  return (
    <table className={styles.table} aria-label={words('list.table', { label: resource.label[1] })}>
      <colgroup>
        {columns.map(({ name }, at) => (
          <col key={name} style={{ width: `${((wishes[at] ?? otherWidth) / all) * 100}%` }} />
        ))}
        {related.inline && <col style={{ width: buttonsWidth }} />}
      </colgroup>
      <thead>
        <tr>
          {columns.map((field) => (
            <RelatedHead key={field.name} field={field} sorters={sorters} onSort={busy ? undefined : onSort} />
          ))}
          {related.inline && (
            <th scope="col">
              <span style={unseen}>{words('record.related.rowActions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const form = formUnder(row)
          return (
            <Fragment key={row.id}>
              <tr className={form ? `${styles.row} ${styles.edited}` : styles.row}>
                <th scope="row">
                  <RowTitle resource={resource} row={row} inline={related.inline} />
                </th>
                {others.map((field) => {
                  const { align, text } = viewOf(field)
                  return (
                    <td key={field.name} data-align={align} title={text(row[field.name], { field, language })}>
                      <RowCell field={field} row={row} />
                    </td>
                  )
                })}
                {related.inline && (
                  <td className={styles.tail}>
                    <RowButtons {...list} row={row} />
                  </td>
                )}
              </tr>
              {form && (
                <tr>
                  <td colSpan={columns.length + 1} className={styles.under}>
                    {form}
                  </td>
                </tr>
              )}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}
