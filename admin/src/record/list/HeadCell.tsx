import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import type { FieldMeta } from '@ficha/api/contract'
import { kinds } from '../../kinds/index.ts'
import hidden from '../../providers/hidden.module.css'
import { useWords } from '../../providers/i18n.ts'
import { ColumnGrip } from './ColumnGrip.tsx'
import type { ListSort } from './listState.ts'
import styles from './RecordTable.module.css'

interface HeadCellProps {
  field: FieldMeta
  /** The sort in force, the default included. */
  sort: ListSort[]
  onSort: (field: string, add: boolean) => void
  onResize: (field: string, width: number | undefined) => void
}

/** The head of a column; a button where the list can be sorted by it. */
export function HeadCell({ field, sort, onSort, onResize }: HeadCellProps) {
  const words = useWords()
  const rank = sort.findIndex((one) => one.field === field.name)
  const order = sort[rank]?.order
  const align = kinds[field.kind].align
  const grip = <ColumnGrip onResize={(width) => onResize(field.name, width)} />
  if (!field.sortable) {
    return (
      <th scope="col" className={styles.th} data-align={align}>
        <span className={`${styles.label} ${styles.plain}`} title={field.label}>
          {field.label}
        </span>
        {grip}
      </th>
    )
  }
  return (
    <th
      scope="col"
      className={styles.th}
      data-align={align}
      aria-sort={order && (order === 'asc' ? 'ascending' : 'descending')}
    >
      <button
        type="button"
        className={styles.sort}
        title={`${field.label}\n${words('list.sort.hint')}`}
        onClick={(event) => onSort(field.name, event.shiftKey)}
      >
        <span className={styles.label}>{field.label}</span>
        <span className={styles.arrow} data-on={order ? true : undefined} aria-hidden>
          {order === 'desc' ? <ArrowDownOutlined /> : <ArrowUpOutlined />}
        </span>
        {order && sort.length > 1 && (
          <span className={styles.rank}>
            <span aria-hidden>{rank + 1}</span>
            <span className={hidden.hidden}>, {words('list.sort.rank', { at: rank + 1 })}</span>
          </span>
        )}
      </button>
      {grip}
    </th>
  )
}
