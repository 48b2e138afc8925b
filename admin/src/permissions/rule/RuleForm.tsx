import { fieldedActions } from '@ficha/api/contract'
import { ConfigProvider, Input } from 'antd'
import { type PropsWithChildren, useId } from 'react'
import { Radios } from '../../kinds/Radios.tsx'
import { useWords } from '../../providers/i18n.ts'
import { everyAction, everySubject, isConditional } from '../model/matrixModel.ts'
import { AfterImage } from './AfterImage.tsx'
import { ConditionChoice } from './ConditionChoice.tsx'
import { FieldChoice } from './FieldChoice.tsx'
import styles from './Rule.module.css'
import { RuleActions } from './RuleActions.tsx'
import type { RuleCardProps } from './RuleCard.tsx'

/** Actions that reach fields, and those that leave another record behind than they found. */
const withFields = [...fieldedActions, everyAction]
const changing = ['create', 'update', everyAction]

/** Everything a rule is made of, as controls. Without the right to change it the parts stand there, and none can be moved. */
export function RuleForm({ rule, speech, canChange, onChange }: RuleCardProps) {
  const words = useWords()
  const reasonId = useId()
  const { subject, actions, inverted = false, check, conditions, fields, reason } = rule
  const isEvery = subject === everySubject
  const does = (names: readonly string[]) => actions.some((action) => names.includes(action))
  const hasAfterImage = !inverted && !isEvery && ((does(changing) && isConditional(conditions)) || isSet(check))
  return (
    <ConfigProvider componentDisabled={!canChange}>
      <fieldset className={styles.form} disabled={!canChange}>
        <Part label={words('permission.rule.effect')}>
          <Radios
            label={words('permission.rule.effect')}
            options={[
              { key: 'allow', label: words('permission.effect.allow') },
              { key: 'deny', label: words('permission.effect.deny') },
            ]}
            value={inverted ? 'deny' : 'allow'}
            onChange={(effect) => onChange({ inverted: effect === 'deny' })}
          />
        </Part>
        <Part label={words('permission.rule.actions')}>
          <RuleActions rule={rule} speech={speech} onChange={(next) => onChange({ actions: next })} />
        </Part>
        {(does(withFields) || isSet(fields)) && !isEvery && (
          <Part label={words('permission.rule.fields')}>
            <FieldChoice rule={rule} speech={speech} onChange={(next) => onChange({ fields: next })} />
          </Part>
        )}
        {(!isEvery || isConditional(conditions)) && (
          <Part label={words('permission.rule.records')}>
            <ConditionChoice rule={rule} speech={speech} onChange={(next) => onChange({ conditions: next })} />
          </Part>
        )}
        {hasAfterImage && (
          <Part label={words('permission.rule.check')}>
            <AfterImage rule={rule} speech={speech} onChange={(next) => onChange({ check: next })} />
          </Part>
        )}
        <div className={styles.field}>
          <label htmlFor={reasonId}>{words('permission.rule.reason')}</label>
          <Input
            id={reasonId}
            maxLength={300}
            autoComplete="off"
            aria-describedby={`${reasonId}-help`}
            value={reason ?? ''}
            onChange={({ target }) => onChange({ reason: target.value || null })}
          />
          <p id={`${reasonId}-help`} className={styles.help}>
            {words('permission.rule.reason.help')}
          </p>
        </div>
      </fieldset>
    </ConfigProvider>
  )
}

const isSet = (value: unknown): boolean => value !== null && value !== undefined

function Part({ label, children }: PropsWithChildren<{ label: string }>) {
  return (
    <div className={styles.field}>
      <span aria-hidden>{label}</span>
      {children}
    </div>
  )
}
