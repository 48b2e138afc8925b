import type { Rule, RuleConditions } from '@ficha/api/contract'
import { useState } from 'react'
import { Radios } from '../../kinds/Radios.tsx'
import { useWords } from '../../providers/i18n.ts'
import { ConditionBuilder } from '../condition/ConditionBuilder.tsx'
import { isConditional } from '../model/matrixModel.ts'
import type { Speech } from '../model/speech.ts'
import styles from './Rule.module.css'

interface AfterImageProps {
  rule: Rule
  speech: Speech
  onChange: (check: RuleConditions | null) => void
}

/** What a record must be after it was created or changed: still what the rule reaches, anything, or something else. */
export function AfterImage({ rule: { subject, check, conditions }, speech, onChange }: AfterImageProps) {
  const words = useWords()
  const [wantsOther, setWantsOther] = useState(isConditional(check))
  const isSet = check !== null && check !== undefined
  const isOther = isSet && (wantsOther || isConditional(check))

  function choose(choice: string) {
    setWantsOther(choice === 'other')
    if (choice === 'same') onChange(null)
    else onChange(choice === 'any' ? {} : (conditions ?? {}))
  }

  return (
    <>
      <Radios
        vertical
        label={words('permission.rule.check')}
        options={[
          { key: 'same', label: words('permission.check.same') },
          { key: 'any', label: words('permission.check.any') },
          { key: 'other', label: words('permission.check.other') },
        ]}
        value={isOther ? 'other' : isSet ? 'any' : 'same'}
        onChange={choose}
      />
      {isOther && (
        <div className={styles.nested}>
          <ConditionBuilder
            label={words('permission.rule.check')}
            subject={subject}
            value={check}
            speech={speech}
            onChange={onChange}
          />
        </div>
      )}
    </>
  )
}
