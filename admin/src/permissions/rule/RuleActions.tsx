import type { Rule } from '@ficha/api/contract'
import { Checkbox } from 'antd'
import { useWords } from '../../providers/i18n.ts'
import { everyAction } from '../model/matrixModel.ts'
import { toggleAction } from '../model/ruleEdits.ts'
import { type Speech, subjectOf } from '../model/speech.ts'
import styles from './Rule.module.css'

interface RuleActionsProps {
  rule: Rule
  speech: Speech
  onChange: (actions: string[]) => void
}

/** What a rule speaks of: some actions, or every one there is and will be. Those that have gone stay in sight. */
export function RuleActions({ rule, speech, onChange }: RuleActionsProps) {
  const words = useWords()
  const { subject, actions } = rule
  const known = subjectOf(speech, subject)?.actions ?? allActions(speech)
  const gone = actions.filter((action) => action !== everyAction && !known.some(({ name }) => name === action))
  const order = known.map(({ name }) => name)
  const isEvery = actions.includes(everyAction)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex container of checkboxes in every browser
    <div role="group" aria-label={words('permission.rule.actions')} className={styles.checks}>
      {[...known, ...gone.map((name) => ({ name, label: name }))].map(({ name, label }) => (
        <Checkbox
          key={name}
          checked={isEvery || actions.includes(name)}
          disabled={isEvery || undefined}
          onChange={({ target }) => onChange(toggleAction(rule, { action: name, chosen: target.checked, order }))}
        >
          {label}
        </Checkbox>
      ))}
      <Checkbox
        checked={isEvery}
        onChange={({ target }) => onChange(target.checked ? [everyAction] : known.slice(0, 1).map(({ name }) => name))}
      >
        {words('permission.everyAction.future')}
      </Checkbox>
    </div>
  )
}

function allActions({ vocabulary: { subjects } }: Speech): { name: string; label: string }[] {
  const found = new Map(subjects.flatMap(({ actions }) => actions).map((action) => [action.name, action]))
  return [...found.values()]
}
