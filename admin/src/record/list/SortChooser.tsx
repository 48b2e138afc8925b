import type { ResourceMeta } from '@ficha/api/contract'
import { useWords } from '../../providers/i18n.ts'
import type { ListSort } from './listState.ts'
import styles from './SortChooser.module.css'

interface SortChooserProps {
  resource: ResourceMeta
  sort: ListSort[]
  onSort: (sort: ListSort[]) => void
}

/** Sorting where there is no head to click. */
export function SortChooser({ resource, sort, onSort }: SortChooserProps) {
  const words = useWords()
  const fields = resource.fields.filter(({ sortable }) => sortable)
  const [first] = sort
  if (fields.length === 0) return null
  return (
    <label className={styles.sort}>
      {words('list.sort.by')}
      <select
        value={first ? `${first.order} ${first.field}` : ''}
        onChange={(event) => {
          const [order, field = ''] = event.target.value.split(' ')
          onSort([{ field, order: order === 'desc' ? 'desc' : 'asc' }])
        }}
      >
        {fields.flatMap(({ name, label }) => [
          <option key={`asc ${name}`} value={`asc ${name}`}>
            {words('list.sort.ascending', { label })}
          </option>,
          <option key={`desc ${name}`} value={`desc ${name}`}>
            {words('list.sort.descending', { label })}
          </option>,
        ])}
      </select>
    </label>
  )
}
