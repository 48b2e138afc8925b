import type { Rule, RuleConditions } from '@ficha/api/contract'
import { Radios } from '../../kinds/Radios.tsx'
import { useWords } from '../../providers/i18n.ts'
import { ConditionBuilder } from '../condition/ConditionBuilder.tsx'
import { isConditional } from '../model/matrixModel.ts'
import type { Speech } from '../model/speech.ts'
import styles from './Rule.module.css'

interface ConditionChoiceProps {
  rule: Rule
  speech: Speech
  onChange: (conditions: RuleConditions | null) => void
}

/** The records a rule reaches: all, or those that fulfil a condition. */
export function ConditionChoice({ rule: { subject, conditions }, speech, onChange }: ConditionChoiceProps) {
  const words = useWords()
  const isSome = conditions !== null && conditions !== undefined
  return (
    <>
      <Radios
        vertical
        label={words('permission.rule.records')}
        options={[
          { key: 'all', label: words('permission.records.all') },
          { key: 'some', label: words('permission.records.some') },
        ]}
        value={isSome ? 'some' : 'all'}
        onChange={(choice) => onChange(choice === 'all' ? null : {})}
      />
      {isSome && (
        <div className={styles.nested}>
          {!isConditional(conditions) && <p className={styles.help}>{words('permission.records.empty')}</p>}
          <ConditionBuilder
            label={words('permission.rule.records')}
            subject={subject}
            value={conditions}
            speech={speech}
            onChange={onChange}
          />
        </div>
      )}
    </>
  )
}
