import { ExclamationCircleFilled } from '@ant-design/icons'
import styles from './FormTrouble.module.css'

/** What is wrong with a form as a whole, read out at once. The region is always there, so that its text is announced. */
export function FormTrouble({ text }: { text: string | undefined }) {
  return (
    <div role="alert">
      {text && (
        <p className={styles.trouble}>
          <ExclamationCircleFilled aria-hidden /> {text}
        </p>
      )}
    </div>
  )
}
