import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import type { FieldMeta, WordKey } from '@ficha/api/contract'
import type { ReactNode } from 'react'
import { kinds } from '../../kinds/index.ts'
import { useWords } from '../../providers/i18n.ts'
import styles from './ColumnChooser.module.css'
import { moveColumn } from './columns.ts'
import type { Columns } from './useColumns.ts'

interface ColumnMovesProps extends Pick<Columns, 'choose' | 'resize'> {
  field: FieldMeta
  names: string[]
  /** As it was made by hand. */
  width?: number
}

/** One step of the buttons, in pixels. */
const step = 40

/** Moves a column and makes it wider or narrower, a step a click. */
export function ColumnMoves({ field, names, width, choose, resize }: ColumnMovesProps) {
  const words = useWords()
  const at = names.indexOf(field.name)
  const present = width ?? kinds[field.kind].width ?? 140

  function move(key: WordKey, icon: ReactNode, does: (() => void) | undefined) {
    return (
      <button
        type="button"
        className={styles.move}
        data-part={`${field.name} ${key}`}
        aria-label={words(key, { label: field.label })}
        title={words(key, { label: field.label })}
        aria-disabled={!does}
        onClick={does}
      >
        {icon}
      </button>
    )
  }

  const moveBy = (by: -1 | 1) => () => choose(moveColumn(names, field.name, by))
  return (
    <span className={styles.moves}>
      {move('list.columns.narrower', <MinusOutlined aria-hidden />, () => resize(field.name, present - step))}
      {move('list.columns.wider', <PlusOutlined aria-hidden />, () => resize(field.name, present + step))}
      {at > 0 && move('list.columns.up', <ArrowUpOutlined aria-hidden />, at > 1 ? moveBy(-1) : undefined)}
      {at > 0 &&
        move('list.columns.down', <ArrowDownOutlined aria-hidden />, at < names.length - 1 ? moveBy(1) : undefined)}
    </span>
  )
}
