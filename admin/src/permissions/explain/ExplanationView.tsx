import { CheckCircleFilled, CloseCircleFilled, QuestionCircleFilled } from '@ant-design/icons'
import type { ExplainStep, Explanation, ResourceMeta } from '@ficha/api/contract'
import { RecordLink } from '../../kinds/BelongsTo.tsx'
import { kinds } from '../../kinds/index.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { EffectTag } from '../EffectTag.tsx'
import styles from './Explain.module.css'

interface ExplanationViewProps {
  explanation: Explanation
  resource: ResourceMeta | undefined
}

/** The answer first, then the rules that speak about it, then whom to ask. */
export function ExplanationView({ explanation, resource }: ExplanationViewProps) {
  const words = useWords()
  const { allowed, text, steps, decisive, askedOf } = explanation
  return (
    <>
      <p role="status" className={styles.answer} data-allowed={String(allowed)}>
        <span aria-hidden className={styles.sign}>
          {allowed === null ? <QuestionCircleFilled /> : allowed ? <CheckCircleFilled /> : <CloseCircleFilled />}
        </span>
        <span>{text}</span>
      </p>
      {steps.length > 0 && (
        <>
          <h3 className={styles.heading}>{words('permission.why.steps')}</h3>
          <ol className={styles.steps}>
            {steps.map((step) => (
              <Step
                key={`${step.rule} ${step.group.id}`}
                step={step}
                isDecisive={decisive !== null && step.rule === decisive}
                resource={resource}
              />
            ))}
          </ol>
        </>
      )}
      {askedOf.length > 0 && (
        <p className={styles.asked}>
          {words('permission.why.askedOf', { names: askedOf.map(({ name }) => name).join(', ') })}
        </p>
      )}
    </>
  )
}

interface StepProps {
  step: ExplainStep
  isDecisive: boolean
  resource: ResourceMeta | undefined
}

function Step({ step: { inverted, group, condition, matched, values, reason }, isDecisive, resource }: StepProps) {
  const words = useWords()
  const [language] = useLanguage()
  const said = values.map(({ field: name, label, value }) => {
    const field = resource?.fields.find((candidate) => candidate.name === name)
    const text = field ? kinds[field.kind].text(value, { field, language }) : plain(value)
    return `${label}: ${text || words('kind.empty')}`
  })
  return (
    <li className={styles.step} data-decisive={isDecisive}>
      <div className={styles.line}>
        <EffectTag inverted={inverted} />
        <RecordLink resource="permissionGroup" id={group.id} title={group.name} />
        {isDecisive && <strong>{words('permission.why.decisive')}</strong>}
      </div>
      <div>
        {condition === undefined
          ? words('permission.why.unseenCondition')
          : condition === null
            ? words('permission.why.always')
            : words('permission.why.when', { condition })}
        {condition !== null && matched !== null && (
          <span className={styles.hint}> {words(matched ? 'permission.why.matched' : 'permission.why.unmatched')}</span>
        )}
      </div>
      {said.length > 0 && <div className={styles.hint}>{said.join(' · ')}</div>}
      {reason && <div className={styles.reason}>“{reason}”</div>}
    </li>
  )
}

function plain(value: unknown): string {
  return value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
}
