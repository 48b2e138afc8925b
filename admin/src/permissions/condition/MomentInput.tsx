import { InputNumber } from 'antd'
import { useState } from 'react'
import { Choice } from '../../kinds/Choice.tsx'
import { useWords } from '../../providers/i18n.ts'
import { type Moment, writeMoment } from '../model/placeholders.ts'
import styles from './Condition.module.css'

interface MomentInputProps {
  label: string
  moment: Moment
  onChange: (token: string) => void
}

/** `30 dias atrás`: how long before or after the moment somebody asks. */
export function MomentInput({ label, moment, onChange }: MomentInputProps) {
  const words = useWords()
  const { count } = moment
  // A length of nothing is this very moment, which has neither unit nor side: what was chosen of them stays here.
  const [chosen, setChosen] = useState({ unit: moment.unit, isPast: count <= 0 })
  const [isEmpty, setIsEmpty] = useState(false)
  const { unit, isPast } = count === 0 ? chosen : { unit: moment.unit, isPast: count < 0 }

  function change(length: number, next: Partial<typeof chosen> = {}) {
    const wanted = { unit, isPast, ...next }
    setChosen(wanted)
    onChange(writeMoment({ unit: wanted.unit, count: wanted.isPast ? -length : length }))
  }

  return (
    <div className={styles.moment}>
      <InputNumber
        aria-label={words('permission.value.length', { label })}
        min={0}
        max={999_999}
        precision={0}
        style={{ width: 88 }}
        value={isEmpty ? null : Math.abs(count)}
        onChange={(length) => {
          setIsEmpty(length === null)
          change(length ?? 0)
        }}
        onBlur={() => setIsEmpty(false)}
      />
      <Choice
        aria-label={words('permission.value.unit', { label })}
        style={{ width: 'auto', minWidth: 96 }}
        popupMatchSelectWidth={false}
        options={(['d', 'h', 'm'] as const).map((value) => ({ value, label: words(`permission.unit.${value}`) }))}
        value={unit}
        onChange={(next) => change(Math.abs(count), { unit: next })}
      />
      <Choice
        aria-label={words('permission.value.side', { label })}
        style={{ width: 'auto', minWidth: 96 }}
        popupMatchSelectWidth={false}
        options={[
          { value: 'past', label: words('permission.value.past') },
          { value: 'future', label: words('permission.value.future') },
        ]}
        value={isPast ? 'past' : 'future'}
        onChange={(side) => change(Math.abs(count), { isPast: side === 'past' })}
      />
    </div>
  )
}
