import { InputNumber } from 'antd'
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
  const { count, unit } = moment
  const isPast = count <= 0
  const change = (next: Partial<Moment> & { isPast?: boolean }) => {
    const length = Math.abs(next.count ?? count)
    onChange(writeMoment({ unit: next.unit ?? unit, count: (next.isPast ?? isPast) ? -length : length }))
  }
  return (
    <div className={styles.moment}>
      <InputNumber
        aria-label={words('permission.value.length', { label })}
        min={0}
        max={999_999}
        precision={0}
        style={{ width: 88 }}
        value={Math.abs(count)}
        onChange={(length) => change({ count: length ?? 0 })}
      />
      <Choice
        aria-label={words('permission.value.unit', { label })}
        style={{ width: 'auto', minWidth: 96 }}
        popupMatchSelectWidth={false}
        options={(['d', 'h', 'm'] as const).map((value) => ({ value, label: words(`permission.unit.${value}`) }))}
        value={unit}
        onChange={(chosen) => change({ unit: chosen })}
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
        onChange={(chosen) => change({ isPast: chosen === 'past' })}
      />
    </div>
  )
}
