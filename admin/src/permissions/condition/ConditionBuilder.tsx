import type { RuleConditions } from '@ficha/api/contract'
import { useWords } from '../../providers/i18n.ts'
import { readConditions, writeConditions } from '../model/conditionModel.ts'
import type { Speech } from '../model/speech.ts'
import styles from './Condition.module.css'
import { GroupEditor } from './GroupEditor.tsx'

interface ConditionBuilderProps {
  /** What the conditions are about. */
  subject: string
  value: RuleConditions
  onChange: (value: RuleConditions) => void
  speech: Speech
  /** Names the group of controls. */
  label: string
}

/** Builds conditions from the fields of a subject. It holds nothing: every change is JSON at once, and what it cannot show stays in it. */
export function ConditionBuilder({ subject, value, onChange, speech, label }: ConditionBuilderProps) {
  const words = useWords()
  const group = readConditions(value)
  if (!group) return <p className={styles.note}>{words('permission.condition.onlyJson')}</p>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a part of a grid
    <div role="group" aria-label={label}>
      <GroupEditor
        group={group}
        subject={subject}
        speech={speech}
        onChange={(next) => onChange(writeConditions(next))}
      />
    </div>
  )
}
