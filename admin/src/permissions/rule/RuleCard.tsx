import { CopyOutlined, DeleteOutlined, DownOutlined, RightOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type PropsWithChildren, useId } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { usePreference } from '../../providers/preference.ts'
import { EffectTag } from '../EffectTag.tsx'
import { everySubject } from '../model/matrixModel.ts'
import type { DraftRule } from '../model/ruleEdits.ts'
import { ruleSentence, subjectName } from '../model/sentence.ts'
import type { Speech } from '../model/speech.ts'
import { jsonChoice } from './jsonChoice.ts'
import styles from './Rule.module.css'
import { RuleForm } from './RuleForm.tsx'
import { RuleJson } from './RuleJson.tsx'

export interface RuleCardProps {
  rule: DraftRule
  /** Its place among the rules of the group, as the API counts them. */
  number: number
  /** The subject in whose cell it is shown. */
  subject: string
  speech: Speech
  /** The cell in which it is shown, where it no longer speaks of it. */
  leftCell?: string
  isOpen: boolean
  canChange: boolean
  onToggle: () => void
  onChange: (change: Partial<DraftRule>) => void
  onReplace: (rule: DraftRule) => void
  onDuplicate: () => void
  onRemove: () => void
}

/** A rule: its sentence, and when it is open, everything it is made of. */
export function RuleCard(props: PropsWithChildren<RuleCardProps>) {
  const { rule, number, subject, speech, leftCell, isOpen, canChange, onToggle, children } = props
  const words = useWords()
  const id = useId()
  const [showsJson, setShowsJson] = usePreference(jsonChoice)
  const isUnreadable = rule.unreadable !== undefined
  const withJson = showsJson === 'shown' || isUnreadable
  return (
    <section className={styles.card} aria-label={words('permission.rule', { number })} data-rule={number - 1}>
      <header className={styles.head}>
        <button type="button" className={styles.toggle} aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          <span aria-hidden className={styles.caret}>
            {isOpen ? <DownOutlined /> : <RightOutlined />}
          </span>
          <EffectTag inverted={rule.inverted} />
          <span className={styles.sentence}>{ruleSentence(rule, speech)}</span>
        </button>
        {canChange && <CardButtons {...props} />}
      </header>
      {rule.status === 'needs_review' && (
        <p className={styles.review}>
          <WarningOutlined aria-hidden />{' '}
          {words(rule.inverted ? 'permission.rule.brokenDenial' : 'permission.rule.brokenGrant')}
        </p>
      )}
      {rule.subject === everySubject && subject !== everySubject && (
        <p className={styles.note}>
          {words('permission.rule.ofEverything', { subject: subjectName(subject, speech) })}
        </p>
      )}
      {leftCell && <p className={styles.note}>{words('permission.rule.elsewhere', { cell: leftCell })}</p>}
      {children}
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <>
            <div className={withJson ? styles.withJson : undefined}>
              {isUnreadable ? <p className={styles.note}>{words('permission.json.alone')}</p> : <RuleForm {...props} />}
              {withJson && <RuleJson {...props} />}
            </div>
            {!isUnreadable && (
              <Button
                type="link"
                size="small"
                className={styles.jsonSwitch}
                aria-expanded={withJson}
                onClick={() => setShowsJson(withJson ? 'hidden' : 'shown')}
              >
                {words(withJson ? 'permission.json.hide' : 'permission.json.show')}
              </Button>
            )}
          </>
        )}
      </div>
    </section>
  )
}

function CardButtons({ number, onDuplicate, onRemove }: RuleCardProps) {
  const words = useWords()
  const copy = words('permission.rule.duplicate', { number })
  const remove = words('permission.rule.remove', { number })
  return (
    <>
      <Button type="text" icon={<CopyOutlined aria-hidden />} aria-label={copy} title={copy} onClick={onDuplicate} />
      <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={remove} title={remove} onClick={onRemove} />
    </>
  )
}
