import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons'
import type { Review, RuleRemark } from '@ficha/api/contract'
import styles from './Review.module.css'
import { remarksOn } from './useReview.ts'

/** What is wrong with a rule and what is odd about it, right under it. */
export function RuleRemarks({ review, at }: { review: Review | undefined; at: number }) {
  const { errors, warnings } = remarksOn(review, at)
  if (errors.length + warnings.length === 0) return null
  return (
    <ul className={styles.remarks}>
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
