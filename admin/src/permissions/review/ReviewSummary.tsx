import { CheckCircleOutlined, ExclamationCircleOutlined, StopOutlined, WarningOutlined } from '@ant-design/icons'
import type { Review, Rule, RuleRemark } from '@ficha/api/contract'
import { Button } from 'antd'
import { type PropsWithChildren, type ReactNode, useId } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { ruleSentence } from '../model/sentence.ts'
import type { Speech } from '../model/speech.ts'
import styles from './Review.module.css'
import type { Reviewed } from './useReview.ts'

interface ReviewSummaryProps extends Reviewed {
  rules: readonly Rule[]
  speech: Speech
  /** Opens the rule at a place. */
  onOpen: (at: number) => void
  /** Opens the tests of the group. */
  onTests: () => void
}

/** Under the matrix: all that keeps the group from being saved, then what is odd about it. Quiet when there is nothing. */
export function ReviewSummary({ review, isPending, failure, rules, speech, onOpen, onTests }: ReviewSummaryProps) {
  const words = useWords()
  const id = useId()
  const failing = review?.tests.filter(({ passed }) => !passed) ?? []
  const isClean = review !== undefined && failing.length + countOf(review) === 0
  return (
    <section className={styles.summary} aria-labelledby={id} aria-busy={isPending}>
      <h2 id={id}>{words('permission.review')}</h2>
      {failure && (
        <Remark icon={<WarningOutlined />} tone="warning">
          {failure}
        </Remark>
      )}
      {!review && !failure && isPending && <p className={styles.calm}>{words('permission.review.pending')}</p>}
      {isClean && (
        <p className={styles.calm}>
          <CheckCircleOutlined aria-hidden className={styles.good} /> {words('permission.review.clean')}
        </p>
      )}
      {review?.errors.map((remark) => (
        <OfRule key={`e ${remark.index} ${remark.text}`} tone="error" {...{ remark, rules, speech, onOpen }} />
      ))}
      {review && review.missing.length > 0 && (
        <Remark icon={<StopOutlined />} tone="error">
          {words('permission.review.missing')}
          <ul>
            {review.missing.map(({ kind, action, subject, field, text }) => (
              <li key={[kind, action, subject, field].join()}>{text}</li>
            ))}
          </ul>
        </Remark>
      )}
      {failing.length > 0 && (
        <Remark icon={<ExclamationCircleOutlined />} tone="error">
          {failing.length === 1
            ? words('permission.review.test')
            : words('permission.review.tests', { count: failing.length })}
          <Button type="link" size="small" onClick={onTests}>
            {words('permission.review.openTests')}
          </Button>
        </Remark>
      )}
      {review?.warnings.map((remark) => (
        <OfRule key={`w ${remark.index} ${remark.text}`} tone="warning" {...{ remark, rules, speech, onOpen }} />
      ))}
    </section>
  )
}

function countOf({ errors, warnings, missing }: Review): number {
  return errors.length + warnings.length + missing.length
}

type Tone = 'error' | 'warning'

interface OfRuleProps extends Pick<ReviewSummaryProps, 'rules' | 'speech' | 'onOpen'> {
  remark: RuleRemark
  tone: Tone
}

function OfRule({ remark: { index, text }, tone, rules, speech, onOpen }: OfRuleProps) {
  const words = useWords()
  const rule = rules[index]
  return (
    <Remark icon={tone === 'error' ? <ExclamationCircleOutlined /> : <WarningOutlined />} tone={tone}>
      {text}
      {rule && (
        <span className={styles.about}>
          {ruleSentence(rule, speech)}{' '}
          <Button
            type="link"
            size="small"
            onClick={() => onOpen(index)}
            aria-label={words('permission.review.openRule', { number: index + 1 })}
          >
            {words('permission.review.open')}
          </Button>
        </span>
      )}
    </Remark>
  )
}

function Remark({ icon, tone, children }: PropsWithChildren<{ icon: ReactNode; tone: Tone }>) {
  return (
    <div className={styles.remark} data-tone={tone}>
      <span aria-hidden className={styles[tone]}>
        {icon}
      </span>
      <div>{children}</div>
    </div>
  )
}
