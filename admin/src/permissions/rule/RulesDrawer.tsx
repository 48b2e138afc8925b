import { PlusOutlined, StopOutlined } from '@ant-design/icons'
import type { Review } from '@ficha/api/contract'
import { Button, Drawer } from 'antd'
import { useWords } from '../../providers/i18n.ts'
import { useReturnFocus } from '../../record/page/useReturnFocus.ts'
import { GrantedMark, grantedWords } from '../matrix/Mark.tsx'
import type { OpenCell } from '../matrix/PermissionMatrix.tsx'
import { everyAction, everySubject, grantedBy, rulesAbout } from '../model/matrixModel.ts'
import { changeRule, type DraftRule } from '../model/ruleEdits.ts'
import { subjectName } from '../model/sentence.ts'
import { type Speech, subjectOf } from '../model/speech.ts'
import { RuleRemarks } from '../review/RuleRemarks.tsx'
import type { Group } from '../useGroup.ts'
import styles from './Rule.module.css'
import { RuleCard } from './RuleCard.tsx'
import { useRuleCards } from './useRuleCards.ts'

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
  const { rules, canChangeRules } = group
  const about = rulesAbout(rules, subject, action)
  const cards = useRuleCards(group, asked !== undefined ? [asked] : about.length === 1 ? about : [])
  const { places, lastRemoved } = cards
  const shown = rules.flatMap((rule, at) => (about.includes(at) || places.kept.has(at) ? [{ rule, at }] : []))
  const granted = grantedBy(
    about.flatMap((at) => rules[at] ?? []),
    action,
  )
  const title = `${subjectName(subject, speech)} · ${actionLabel()}`

  function actionLabel(): string {
    const isEvery = subject === everySubject && action === everyAction
    const known = subjectOf(speech, subject)?.actions ?? speech.vocabulary.subjects.flatMap(({ actions }) => actions)
    if (isEvery || action === everyAction) return words('permission.everyAction')
    return known.find(({ name }) => name === action)?.label ?? action
  }

  return (
    <Drawer open title={title} width="min(1040px, 100vw)" onClose={onClose} rootClassName={styles.drawer}>
      <p className={styles.lead}>
        <GrantedMark granted={granted} /> {words(grantedWords[granted])}
        <span className={styles.hint}>{words('permission.rules.order')}</span>
      </p>
      <div ref={cards.place} className={styles.cards}>
        {shown.map(({ rule, at }) => (
          <RuleCard
            key={rule.id ?? `new ${at}`}
            rule={rule}
            number={at + 1}
            subject={subject}
            speech={speech}
            leftCell={about.includes(at) ? undefined : title}
            isOpen={places.open.has(at)}
            canChange={canChangeRules}
            onToggle={() => cards.toggle(at)}
            onChange={(change: Partial<DraftRule>) => cards.replace(at, changeRule(rules, at, change))}
            onReplace={(next) =>
              cards.replace(
                at,
                rules.map((each, place) => (place === at ? next : each)),
              )
            }
            onDuplicate={() => cards.duplicate(at)}
            onRemove={() => cards.remove(at)}
          >
            <RuleRemarks review={review} at={at} refused={group.errorsOf('rules', at)} />
          </RuleCard>
        ))}
        {shown.length === 0 && <p className={styles.none}>{words('permission.rules.none')}</p>}
      </div>
      <div role="status" className={styles.status}>
        {lastRemoved && (
          <>
            {words('permission.rule.removed')}
            {/* Each removal has a button of its own, which takes the focus of the one that went with its rule. */}
            <Button key={places.removed.length} type="link" size="small" autoFocus onClick={cards.restore}>
              {words('permission.rule.restore')}
            </Button>
          </>
        )}
      </div>
      {canChangeRules && (
        <div className={styles.buttons}>
          <Button
            icon={<PlusOutlined aria-hidden />}
            onClick={() => cards.add({ subject, actions: [action], inverted: false })}
          >
            {words('permission.rule.addAllow')}
          </Button>
          <Button
            icon={<StopOutlined aria-hidden />}
            onClick={() => cards.add({ subject, actions: [action], inverted: true })}
          >
            {words('permission.rule.addDeny')}
          </Button>
        </div>
      )}
    </Drawer>
  )
}
