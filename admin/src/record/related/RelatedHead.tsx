import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import type { FieldMeta } from '@ficha/api/contract'
import type { CrudSort } from '@refinedev/core'
import { viewOf } from '../page/values.ts'
import styles from './Related.module.css'

interface RelatedHeadProps {
  field: FieldMeta
  sorters: readonly CrudSort[]
  /** Left out while the list keeps still. */
  onSort?: (sorters: CrudSort[]) => void
}

/** The head of a column: a button where the list can be sorted by it, upwards, then downwards. */
export function RelatedHead({ field, sorters, onSort }: RelatedHeadProps) {
  const order = sorters.find((sorter) => sorter.field === field.name)?.order
  const Arrow = order === 'desc' ? ArrowDownOutlined : ArrowUpOutlined
  return (
    <th
      scope="col"
      className={styles.column}
      data-align={viewOf(field).align}
      aria-sort={order && (order === 'asc' ? 'ascending' : 'descending')}
    >
      {field.sortable && onSort ? (
        <button
          type="button"
          title={field.label}
          onClick={() => onSort([{ field: field.name, order: order === 'asc' ? 'desc' : 'asc' }])}
        >
          <span>{field.label}</span>
          {order && <Arrow aria-hidden />}
        </button>
      ) : (
        <span title={field.label}>{field.label}</span>
      )}
    </th>
  )
}
