import { Alert } from 'antd'
import { useWords } from '../../providers/i18n.ts'
import type { Asked } from '../extensions.ts'
import { WhyLink } from '../Why.tsx'
import styles from './SaveBar.module.css'

interface SaveAlertsProps {
  /** What went wrong that no field can carry. */
  texts: readonly string[]
  /** What was refused to this person, where that was it. */
  refused?: Asked
  /** What is odd about what was saved. */
  oddities?: readonly string[]
}

/** What a save has to say beside its fields: why nothing was saved, and that nothing was lost; or what to check. */
export function SaveAlerts({ texts, refused, oddities = [] }: SaveAlertsProps) {
  const words = useWords()
  return (
    <>
      {texts.length > 0 && (
        <Alert
          className={styles.alert}
          type="error"
          role="alert"
          showIcon
          message={
            <>
              <Told title={words('record.notSaved')} texts={[...texts, words('record.kept')]} />{' '}
              <WhyLink asked={refused} />
            </>
          }
        />
      )}
      {oddities.length > 0 && (
        <Alert
          className={styles.alert}
          type="warning"
          role="status"
          showIcon
          message={<Told title={words('record.warned')} texts={oddities} />}
        />
      )}
    </>
  )
}

function Told({ title, texts }: { title: string; texts: readonly string[] }) {
  return (
    <>
      <strong>{title}</strong> {texts.join(' ')}
    </>
  )
}
