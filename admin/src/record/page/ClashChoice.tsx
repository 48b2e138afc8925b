import { Radio } from 'antd'
import { type ReactNode, Suspense, useId } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { useExtensions } from '../extensions.ts'
import styles from './Conflict.module.css'
import type { Clash, Side } from './conflict.ts'
import type { Row } from './row.ts'
import { viewOf } from './values.ts'

interface ClashChoiceProps {
  clash: Clash
  record: Row
  side?: Side
  onChoose: (side: Side) => void
}

/** One field that both changed: what it was, and the two values to choose from. */
export function ClashChoice({ clash: { field, original, theirs, mine }, record, side, onChoose }: ClashChoiceProps) {
  const words = useWords()
  const name = useId()
  const { Cell } = viewOf(field)
  const { clashes } = useExtensions()
  const Told = Object.hasOwn(clashes, field.kind) ? clashes[field.kind] : undefined
  const cell = (value: unknown) => <Cell field={field} value={value} record={record} whole />
  const told = (value: unknown) =>
    Told ? (
      <Suspense fallback={cell(value)}>
        <Told value={value} original={original} record={record} />
      </Suspense>
    ) : (
      cell(value)
    )
  const option = (value: Side, label: string, shown: ReactNode) => (
    <div className={side === value ? `${styles.option} ${styles.chosen}` : styles.option}>
      <Radio name={name} checked={side === value} onChange={() => onChoose(value)}>
        <span className={styles.whose}>{label}</span>
        <span className={styles.shown}>{shown}</span>
      </Radio>
    </div>
  )

  return (
    <fieldset className={styles.clash}>
      <legend>{field.label}</legend>
      <div className={styles.sides}>
        <div className={styles.original}>
          <span className={styles.whose}>{words('conflict.original')}</span>
          <span className={styles.shown}>{cell(original)}</span>
        </div>
        {option('theirs', words('conflict.theirs'), told(theirs))}
        {option('mine', words('conflict.mine'), told(mine))}
      </div>
    </fieldset>
  )
}
