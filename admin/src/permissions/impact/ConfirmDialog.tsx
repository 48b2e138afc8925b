import type { Audience } from '@ficha/api/contract'
import { Alert, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import type { SaveAnswer } from '../../custom/index.ts'
import { writeNumber } from '../../kinds/numbers.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { useReturnFocus } from '../../record/page/useReturnFocus.ts'
import { testSentence } from '../model/sentence.ts'
import { useSpeech } from '../useSpeech.ts'
import type { Concern } from './concern.ts'
import { widening } from './counts.ts'
import styles from './Impact.module.css'
import { ImpactReport } from './ImpactReport.tsx'

interface ConfirmDialogProps {
  audience: Audience
  concern: Concern
  onAnswer: (answer: SaveAnswer) => void
}

/** Asks before a save that gives somebody more, with the numbers; and before one that breaks a test, which takes a tick of its own. */
export function ConfirmDialog({ audience, concern: { impact, failing, failure }, onAnswer }: ConfirmDialogProps) {
  useReturnFocus()
  const words = useWords()
  const [language] = useLanguage()
  const [overrides, setOverrides] = useState(false)
  const [isUrged, setIsUrged] = useState(false)
  const { speech } = useSpeech({ audience, rules: [], tests: failing.map(({ test }) => test) })
  const breaks = failing.length > 0
  const { people, rows, fields } = impact ? widening(impact) : { people: 0, rows: 0, fields: 0 }
  const number = (value: number) => writeNumber(value, language)
  const sum = [
    ...(people > 0 ? [words('permission.confirm.people', { count: number(people) })] : []),
    ...(rows > 0 ? [words('permission.confirm.rows', { count: number(rows) })] : []),
    ...(fields > 0 ? [words('permission.confirm.fields', { count: number(fields) })] : []),
  ].join(' · ')

  function save() {
    if (breaks && !overrides) return setIsUrged(true)
    onAnswer(breaks ? { overrides: ['tests'] } : true)
  }

  return (
    <Modal
      open
      width={640}
      maskClosable={false}
      title={words(
        impact ? 'permission.confirm.widening' : breaks ? 'permission.confirm.tests' : 'permission.confirm.unknown',
      )}
      onCancel={() => onAnswer(false)}
      footer={[
        <Button key="back" autoFocus onClick={() => onAnswer(false)}>
          {words('conflict.back')}
        </Button>,
        <Button key="save" type="primary" danger={impact !== undefined || breaks} onClick={save}>
          {words(impact ? 'permission.confirm.saveWider' : 'permission.confirm.save')}
        </Button>,
      ]}
    >
      {failure && <Alert type="warning" showIcon message={words('permission.confirm.failed', { text: failure })} />}
      {impact && (
        <>
          {sum && <p className={styles.sum}>{sum}</p>}
          <ImpactReport impact={impact} />
        </>
      )}
      {breaks && (
        <div className={styles.tests}>
          <p>
            {words(failing.length === 1 ? 'permission.review.test' : 'permission.review.tests', {
              count: failing.length,
            })}
          </p>
          <ul>
            {failing.map(({ test, text }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a test has no other name than its place
              <li key={at}>{speech ? `${testSentence(test, speech)} ${text}` : text}</li>
            ))}
          </ul>
          <Checkbox checked={overrides} onChange={({ target }) => setOverrides(target.checked)}>
            {words('permission.confirm.override')}
          </Checkbox>
          {isUrged && !overrides && (
            <p role="alert" className={styles.urge}>
              {words('permission.confirm.tick')}
            </p>
          )}
        </div>
      )}
    </Modal>
  )
}
