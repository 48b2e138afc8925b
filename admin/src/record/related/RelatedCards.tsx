import { useWords } from '../../providers/i18n.ts'
import { isBlank, viewOf } from '../page/values.ts'
import styles from './Related.module.css'
import { RowButtons } from './RowButtons.tsx'
import { RowTitle } from './RowTitle.tsx'
import type { RelatedRows } from './rows.ts'

/** A related list as cards, for screens too narrow for a table. */
export function RelatedCards(list: RelatedRows) {
  const { resource, related, columns, rows, formUnder } = list
  const words = useWords()
  const [, ...others] = columns
  return (
    <ul className={styles.cards} aria-label={words('list.table', { label: resource.label[1] })}>
      {rows.map((row) => (
        <li key={row.id}>
          <div className={styles.cardHead}>
            <RowTitle resource={resource} row={row} inline={related.inline} />
            {related.inline && <RowButtons {...list} row={row} />}
          </div>
          <dl className={styles.facts}>
            {others
              .filter(({ name }) => !isBlank(row[name]))
              .map((field) => {
                const { Cell } = viewOf(field)
                return (
                  <div key={field.name}>
                    <dt>{field.label}</dt>
                    <dd>
                      <Cell field={field} value={row[field.name]} record={row} />
                    </dd>
                  </div>
                )
              })}
          </dl>
          {formUnder(row)}
        </li>
      ))}
    </ul>
  )
}
