import { EllipsisOutlined } from '@ant-design/icons'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { titleOf } from '../page/title.ts'
import { isBlank } from '../page/values.ts'
import { isHidden, RowCell } from '../RowCell.tsx'
import styles from './RecordCards.module.css'
import type { RowHandlers } from './rowHandlers.ts'
import { Tick } from './Tick.tsx'
import { TitleLink } from './TitleLink.tsx'
import type { RowModel } from './treeRows.ts'
import type { Selection } from './useSelection.ts'

interface RecordCardsProps {
  models: RowModel[]
  handlers: RowHandlers
  selection: Selection
  /** Cards to hold the place of while there are none; 0 when they have come. */
  expected: number
  isFormer: boolean
}

/** Columns a card shows beside the title. */
const shownFields = 4

/** The rows as cards, for screens too narrow for a table. */
export function RecordCards({ models, handlers, selection, expected, isFormer }: RecordCardsProps) {
  const words = useWords()
  const label = words('list.table', { label: handlers.resource.label[1] })
  return (
    <ul
      className={styles.cards}
      aria-label={label}
      aria-busy={expected > 0 || isFormer}
      data-former={isFormer || undefined}
    >
      {expected > 0
        ? Array.from({ length: expected }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cards are all alike and never move
            <li key={at} className={styles.card} aria-hidden>
              <span className={styles.bone} />
            </li>
          ))
        : models.map((model) => (
            <Card key={model.row.id} model={model} handlers={handlers} selected={selection.has(model.row.id)} />
          ))}
    </ul>
  )
}

interface CardProps {
  model: RowModel
  handlers: RowHandlers
  selected: boolean
}

function Card({ model, handlers, selected }: CardProps) {
  const words = useWords()
  const [language] = useLanguage()
  const { row } = model
  const { resource, columns, onSelect, onMenu } = handlers
  const title = titleOf(resource, row, language)
  const facts = columns
    .slice(1)
    .filter((field) => isHidden(field, row) || !isBlank(row[field.name]))
    .slice(0, shownFields)
  return (
    <li className={styles.card} data-id={row.id} data-selected={selected || undefined}>
      <div className={styles.head}>
        {onSelect && (
          <span className={styles.tick}>
            <Tick
              label={words('list.select.one', { title })}
              checked={selected}
              onChange={(checked, options) => onSelect(row, checked, options)}
            />
          </span>
        )}
        <TitleLink model={model} handlers={handlers} />
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
      </div>
      <dl className={styles.facts}>
        {facts.map((field) => (
          <div key={field.name} className={styles.fact}>
            <dt>{field.label}</dt>
            <dd>
              <RowCell field={field} row={row} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
