import type { FieldMeta } from '@ficha/api/contract'
import { Choice } from '../../kinds/Choice.tsx'
import { useWords } from '../../providers/i18n.ts'
import { sayingKey, sayingOf, sayingsOf, sayOtherwise } from '../model/comparators.ts'
import type { Comparison } from '../model/conditionModel.ts'
import type { Speech } from '../model/speech.ts'
import styles from './Condition.module.css'
import { ValueInput } from './ValueInput.tsx'

interface ComparisonEditorProps {
  comparison: Comparison
  field: FieldMeta
  speech: Speech
  onChange: (comparison: Comparison) => void
}

/** A field, how it compares, and with what. */
export function ComparisonEditor({ comparison, field, speech, onChange }: ComparisonEditorProps) {
  const words = useWords()
  const saying = sayingOf(comparison)
  const offered = sayingsOf(field)
  const options = offered.includes(saying) ? offered : [...offered, saying]
  return (
    <div className={styles.comparison}>
      <span className={styles.field}>{field.label}</span>
      <Choice
        aria-label={words('permission.condition.saying', { label: field.label })}
        style={{ width: 'auto', minWidth: 132 }}
        popupMatchSelectWidth={false}
        options={options.map((value) => ({ value, label: words(sayingKey(value, field)) }))}
        value={saying}
        onChange={(chosen) => onChange(sayOtherwise(comparison, chosen))}
      />
      {saying !== 'empty' && saying !== 'filled' && (
        <div data-value className={styles.value}>
          <ValueInput
            key={saying}
            field={field}
            saying={saying}
            value={comparison.value}
            speech={speech}
            onChange={(value) => onChange({ ...comparison, value })}
          />
        </div>
      )}
    </div>
  )
}
