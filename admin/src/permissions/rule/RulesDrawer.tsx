import { PlusOutlined, StopOutlined } from '@ant-design/icons'
import type { Review } from '@ficha/api/contract'
import { Button, Drawer } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { useReturnFocus } from '../../record/page/useReturnFocus.ts'
import { GrantedMark, grantedWords } from '../matrix/Mark.tsx'
import type { OpenCell } from '../matrix/PermissionMatrix.tsx'
import { everyAction, everySubject, grantedBy, rulesAbout } from '../model/matrixModel.ts'
import {
  addRule,
  changeRule,
  type DraftRule,
  duplicateRule,
  type Removed,
  removeRule,
  restoreRule,
} from '../model/ruleEdits.ts'
import { subjectName } from '../model/sentence.ts'
import { type Speech, subjectOf } from '../model/speech.ts'
import { RuleRemarks } from '../review/RuleRemarks.tsx'
import type { Group } from '../useGroup.ts'
import styles from './Rule.module.css'
import { RuleCard } from './RuleCard.tsx'

interface RulesDrawerProps {
  cell: OpenCell
  group: Group
  speech: Speech
  review: Review | undefined
  onClose: () => void
}

/** The rules of one cell of the matrix. What is changed stands in the form of the page at once; closing loses nothing. */
export function RulesDrawer({
  cell: { subject, action, rule: asked },
  group,
  speech,
  review,
  onClose,
}: RulesDrawerProps) {
  useReturnFocus()
  const words = useWords()
  const { rules, canChangeRules, changeRules } = group
  const places = rulesAbout(rules, subject, action)
  const [open, setOpen] = useState<ReadonlySet<number>>(
    new Set(asked !== undefined ? [asked] : places.length === 1 ? places : []),
  )
  const [removed, setRemoved] = useState<Removed>()
  const cards = useRef<HTMLDivElement>(null)
  const wanted = useRef<number>(undefined)

  // A rule that was just made has the focus.
  useEffect(() => {
    if (wanted.current === undefined) return
    cards.current?.querySelector<HTMLElement>(`[data-rule="${wanted.current}"] button`)?.focus()
    wanted.current = undefined
  })

  const granted = grantedBy(
    places.flatMap((at) => rules[at] ?? []),
    action,
  )
  const title = `${subjectName(subject, speech)} · ${actionLabel()}`

  function actionLabel(): string {
    const isEvery = subject === everySubject && action === everyAction
    const known = subjectOf(speech, subject)?.actions ?? speech.vocabulary.subjects.flatMap(({ actions }) => actions)
    if (isEvery || action === everyAction) return words('permission.everyAction')
    return known.find(({ name }) => name === action)?.label ?? action
  }

  function toggle(at: number) {
    setOpen(new Set(open.has(at) ? [...open].filter((each) => each !== at) : [...open, at]))
  }

  function add(inverted: boolean) {
    wanted.current = rules.length
    setOpen(new Set([...open, rules.length]))
    changeRules(addRule(rules, { subject, actions: [action], inverted }))
  }

  function duplicate(at: number) {
    wanted.current = at + 1
    setOpen(new Set([...[...open].map((each) => (each > at ? each + 1 : each)), at + 1]))
    changeRules(duplicateRule(rules, at))
  }

  function remove(at: number) {
    const next = removeRule(rules, at)
    setRemoved(next.removed)
    setOpen(new Set([...open].filter((each) => each !== at).map((each) => (each > at ? each - 1 : each))))
    changeRules(next.rules)
  }

  function restore(back: Removed) {
    wanted.current = back.at
    setRemoved(undefined)
    setOpen(new Set([...[...open].map((each) => (each >= back.at ? each + 1 : each)), back.at]))
    changeRules(restoreRule(rules, back))
  }

  return (
    <Drawer open title={title} width="min(1040px, 100vw)" onClose={onClose} rootClassName={styles.drawer}>
      <p className={styles.lead}>
        <GrantedMark granted={granted} /> {words(grantedWords[granted])}
        <span className={styles.hint}>{words('permission.rules.order')}</span>
      </p>
      <div ref={cards} className={styles.cards}>
        {places.map((at) => {
          const rule = rules[at]
          return rule ? (
            <RuleCard
              key={rule.id ?? `new ${at}`}
              rule={rule}
              number={at + 1}
              subject={subject}
              speech={speech}
              isOpen={open.has(at)}
              canChange={canChangeRules}
              onToggle={() => toggle(at)}
              onChange={(change: Partial<DraftRule>) => changeRules(changeRule(rules, at, change))}
              onReplace={(next) => changeRules(rules.map((each, place) => (place === at ? next : each)))}
              onDuplicate={() => duplicate(at)}
              onRemove={() => remove(at)}
            >
              <RuleRemarks review={review} at={at} />
            </RuleCard>
          ) : null
        })}
        {places.length === 0 && <p className={styles.none}>{words('permission.rules.none')}</p>}
      </div>
      <div role="status" className={styles.status}>
        {removed && (
          <>
            {words('permission.rule.removed')}
            <Button type="link" size="small" autoFocus onClick={() => restore(removed)}>
              {words('permission.rule.restore')}
            </Button>
          </>
        )}
      </div>
      {canChangeRules && (
        <div className={styles.buttons}>
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add(false)}>
            {words('permission.rule.addAllow')}
          </Button>
          <Button icon={<StopOutlined aria-hidden />} onClick={() => add(true)}>
            {words('permission.rule.addDeny')}
          </Button>
        </div>
      )}
    </Drawer>
  )
}
