import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { growing } from '../../kinds/growing.ts'
import { useWords } from '../../providers/i18n.ts'
import { isProblem, readRule, writeRule } from '../model/ruleText.ts'
import styles from './Rule.module.css'
import type { RuleCardProps } from './RuleCard.tsx'

/** The rule as JSON, in step with its controls. A text that is no rule stays as it was typed until it is one, or is given up. */
export function RuleJson({ rule, number, canChange, onReplace }: RuleCardProps) {
  const words = useWords()
  const id = useId()
  const written = writeRule(rule)
  const [typed, setTyped] = useState<{ text: string; written: string }>()
  const { unreadable } = rule
  const text = unreadable ?? (typed?.written === written ? typed.text : written)
  const read = unreadable === undefined ? undefined : readRule(unreadable, rule)
  const problem = read && isProblem(read) ? read : undefined

  function change(next: string) {
    const found = readRule(next, rule)
    if (isProblem(found)) return onReplace({ ...rule, unreadable: next })
    setTyped({ text: next, written: writeRule(found) })
    onReplace(found)
  }

  function giveUp() {
    const { unreadable: _text, ...former } = rule
    onReplace(former)
  }

  return (
    <div className={styles.field}>
      <label htmlFor={id}>{words('permission.json')}</label>
      <Input.TextArea
        id={id}
        {...growing(8, 32)}
        className={styles.json}
        spellCheck={false}
        autoComplete="off"
        readOnly={!canChange}
        status={problem && 'error'}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        value={text}
        onChange={({ target }) => change(target.value)}
        onBlur={() => setTyped(undefined)}
      />
      {problem && (
        <div id={`${id}-problem`} role="alert" className={styles.wrong}>
          {words(problem.key, problem.params)}{' '}
          <Button type="link" size="small" onClick={giveUp}>
            {words('permission.json.giveUp', { number })}
          </Button>
        </div>
      )}
    </div>
  )
}
