import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons'
import type { Review, RuleRemark } from '@ficha/api/contract'
import styles from './Review.module.css'
import { remarksOn } from './useReview.ts'

interface RuleRemarksProps {
  review: Review | undefined
  /** The place of the rule. */
  at: number
  /** What the API said of it when it refused the save. */
  refused: readonly string[]
}

/** What is wrong with a rule and what is odd about it, right under it. */
export function RuleRemarks({ review, at, refused }: RuleRemarksProps) {
  const { errors, warnings } = remarksOn(review, at)
  if (refused.length + errors.length + warnings.length === 0) return null
  return (
    <ul className={styles.remarks}>
      {refused.map((text) => (
        <li key={text} className={styles.error}>
          <ExclamationCircleOutlined aria-hidden /> {text}
        </li>
      ))}
      {errors.map((remark) => (
        <li key={keyOf(remark)} className={styles.error}>
          <ExclamationCircleOutlined aria-hidden /> {remark.text}
        </li>
      ))}
      {warnings.map((remark) => (
        <li key={keyOf(remark)} className={styles.warning}>
          <WarningOutlined aria-hidden /> {remark.text}
        </li>
      ))}
    </ul>
  )
}

const keyOf = ({ code, text }: RuleRemark): string => `${code} ${text}`
