import { CloseOutlined, DownOutlined } from '@ant-design/icons'
import type { FieldMeta } from '@ficha/api/contract'
import { useCallback, useRef, useState } from 'react'
import { useFilterSentence } from '../../kinds/describeFilter.ts'
import { kinds } from '../../kinds/index.ts'
import type { FilterValue } from '../../kinds/view.ts'
import hidden from '../../providers/hidden.module.css'
import { useWords } from '../../providers/i18n.ts'
import styles from './FilterBar.module.css'
import type { ListFilter } from './listState.ts'
import { Panel } from './Panel.tsx'

interface FilterChipProps {
  field: FieldMeta
  filter?: ListFilter
  /** Begins with its panel open: it was asked for a moment ago. */
  opened?: boolean
  onChange: (change: ChipChange) => void
}

/** What was said in the panel of a chip. */
export interface ChipChange {
  from?: ListFilter
  to?: FilterValue
  /** It goes on with the step before instead of being one of its own for Back. */
  continues: boolean
}

/** A condition, or a field that has none yet: reads as a sentence, and opens the control of its kind. */
export function FilterChip({ field, filter, opened = false, onChange }: FilterChipProps) {
  const words = useWords()
  const [open, setOpen] = useState(opened)
  const button = useRef<HTMLButtonElement>(null)
  const close = useCallback(() => setOpen(false), [])

  function remove() {
    onChange({ from: filter, continues: false })
    button.current?.focus()
  }

  return (
    <span className={styles.chip} data-on={filter ? true : undefined}>
      <button
        ref={button}
        type="button"
        className={styles.sentence}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.text}>{filter ? <Sentence field={field} filter={filter} /> : field.label}</span>
        {!filter && <DownOutlined aria-hidden className={styles.arrow} />}
      </button>
      {filter && (
        <button type="button" className={styles.remove} onClick={remove}>
          <CloseOutlined aria-hidden />
          <span className={hidden.hidden}>
            {words('list.filter.remove')} <Sentence field={field} filter={filter} />
          </span>
        </button>
      )}
      {open && (
        <Panel label={field.label} opener={button} onClose={close}>
          <ChipControl field={field} filter={filter} onChange={onChange} />
        </Panel>
      )}
    </span>
  )
}

/** The condition in words, the records it names by their titles. */
function Sentence({ field, filter }: { field: FieldMeta; filter: ListFilter }) {
  return useFilterSentence(field, filter)
}

type ChipControlProps = Pick<FilterChipProps, 'field' | 'filter' | 'onChange'>

/** The control of the kind. All that is said in one opening of it is one step for Back. */
function ChipControl({ field, filter, onChange }: ChipControlProps) {
  const { Filter } = kinds[field.kind]
  // Kept here too: the address follows a moment later, and a second click must not answer to what was there before the first.
  const [taken, setTaken] = useState<ListFilter | undefined>(filter)
  const continues = useRef(false)
  if (!Filter) return null

  function take(to: FilterValue | undefined) {
    onChange({ from: taken, to, continues: continues.current })
    setTaken(to && { ...to, field: field.name })
    continues.current = true
  }

  return (
    <div className={styles.control}>
      <span className={styles.heading}>{field.label}</span>
      <Filter field={field} value={taken} onChange={take} />
    </div>
  )
}
