import { useWords } from '../../providers/i18n.ts'
import { isBlank } from '../page/values.ts'
import { isHidden, RowCell } from '../RowCell.tsx'
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
              .filter((field) => isHidden(field, row) || !isBlank(row[field.name]))
              .map((field) => (
                <div key={field.name}>
                  <dt>{field.label}</dt>
                  <dd>
                    <RowCell field={field} row={row} />
                  </dd>
                </div>
              ))}
          </dl>
          {formUnder(row)}
        </li>
      ))}
    </ul>
  )
}
