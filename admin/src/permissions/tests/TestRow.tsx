import {
  CheckCircleFilled,
  CloseCircleFilled,
  DeleteOutlined,
  DownOutlined,
  MinusCircleOutlined,
  RightOutlined,
} from '@ant-design/icons'
import type { Audience, GroupTest, Review } from '@ficha/api/contract'
import { Button } from 'antd'
import { useId } from 'react'
import { unseen } from '../../kinds/Blank.tsx'
import { useWords } from '../../providers/i18n.ts'
import { testSentence } from '../model/sentence.ts'
import type { Speech } from '../model/speech.ts'
import { TestForm } from './TestForm.tsx'
import styles from './Tests.module.css'

export interface TestRowProps {
  test: GroupTest
  number: number
  audience: Audience
  speech: Speech
  /** What came of it; absent while that is not known. */
  result?: Review['tests'][number]
  /** What the API said of it when it refused the save. */
  refused: readonly string[]
  isOpen: boolean
  canChange: boolean
  onToggle: () => void
  onChange: (test: GroupTest) => void
  onRemove: () => void
}

/** A test as a sentence with what came of it; opened, as the controls that make it. */
export function TestRow(props: TestRowProps) {
  const { test, number, speech, result, refused, isOpen, canChange, onToggle, onRemove } = props
  const words = useWords()
  const id = useId()
  const remove = words('permission.test.remove', { number })
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <Outcome passed={result?.passed} />
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={id}
          disabled={!canChange}
          onClick={onToggle}
        >
          <span>{testSentence(test, speech)}</span>
          {canChange && (
            <span aria-hidden className={styles.caret}>
              {isOpen ? <DownOutlined /> : <RightOutlined />}
            </span>
          )}
        </button>
        {canChange && (
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={remove}
            title={remove}
            onClick={onRemove}
          />
        )}
      </div>
      {result && !result.passed && <p className={styles.failed}>{result.text}</p>}
      {refused.map((text) => (
        <p key={text} className={styles.failed}>
          {text}
        </p>
      ))}
      <div id={id} hidden={!isOpen}>
        {isOpen && <TestForm {...props} />}
      </div>
    </li>
  )
}

function Outcome({ passed }: { passed: boolean | undefined }) {
  const words = useWords()
  const word =
    passed === undefined ? 'permission.test.unknown' : passed ? 'permission.test.passed' : 'permission.test.failed'
  return (
    <span className={styles.outcome} data-passed={passed} title={words(word)}>
      <span aria-hidden>
        {passed === undefined ? <MinusCircleOutlined /> : passed ? <CheckCircleFilled /> : <CloseCircleFilled />}
      </span>
      <span style={unseen}>{words(word)}: </span>
    </span>
  )
}
