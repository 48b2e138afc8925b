import { PlusOutlined } from '@ant-design/icons'
import type { FieldMeta, ResourceMeta } from '@ficha/api/contract'
import { Dropdown } from 'antd'
import { useState } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { changeFilters, chipsOf } from './changeFilters.ts'
import styles from './FilterBar.module.css'
import { FilterChip } from './FilterChip.tsx'
import { fieldOf, isNarrowed } from './listState.ts'
import { UnknownFilters } from './UnknownFilters.tsx'
import type { ListControl } from './useListState.ts'

interface FilterBarProps {
  resource: ResourceMeta
  list: ListControl
}

/** The conditions of the list: the configured ones a click away, the others behind "add", those in force as sentences. */
export function FilterBar({ resource, list }: FilterBarProps) {
  const words = useWords()
  const { state, change } = list
  const [opened, setOpened] = useState<string[]>([])
  const chips = chipsOf(resource, state.filters, opened)
  const shown = new Set(chips.map(({ field }) => field))
  const others = resource.fields.filter(({ name, operators }) => operators.length > 0 && !shown.has(name))
  const counted = new Map<string, number>()

  function clearAll() {
    setOpened([])
    change({ filters: [], q: '' })
  }

  return (
    <section className={styles.bar} aria-label={words('list.filters')}>
      {chips.map(({ field: name, filter }) => {
        const field = fieldOf(resource, name)
        const place = counted.get(name) ?? 0
        counted.set(name, place + 1)
        if (!field) return null
        return (
          <FilterChip
            key={`${name} ${place}`}
            field={field}
            filter={filter}
            opened={opened.at(-1) === name}
            onChange={({ from, to, continues }) =>
              change({ filters: changeFilters(state.filters, { field: name, from, to }) }, { replace: continues })
            }
          />
        )
      })}
      <UnknownFilters list={list} />
      {others.length > 0 && <AddFilter fields={others} onAdd={(name) => setOpened([...opened, name])} />}
      {isNarrowed(state) && (
        <button type="button" className={styles.clear} onClick={clearAll}>
          {words('list.filter.clearAll')}
        </button>
      )}
    </section>
  )
}

function AddFilter({ fields, onAdd }: { fields: FieldMeta[]; onAdd: (name: string) => void }) {
  const words = useWords()
  const entries = fields.map(({ name, label }) => ({ key: name, label }))
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{ items: entries, onClick: ({ key }) => onAdd(key), className: styles.menu }}
    >
      <button type="button" className={styles.add} aria-label={words('list.filter.add.label')} aria-haspopup="menu">
        <PlusOutlined aria-hidden /> {words('list.filter.add')}
      </button>
    </Dropdown>
  )
}
