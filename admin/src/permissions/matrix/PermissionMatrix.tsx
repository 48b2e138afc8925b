import { fold } from '@ficha/api/contract'
import { Alert, Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { CustomPartProps } from '../../custom/index.ts'
import { useWords } from '../../providers/i18n.ts'
import { useMetadata } from '../../providers/metadata.tsx'
import { narrow, useMedia } from '../../providers/useMedia.ts'
import { Failed } from '../../record/states/Failed.tsx'
import { everyAction, everySubject, type MatrixRow, matrixOf } from '../model/matrixModel.ts'
import { ruleSentence } from '../model/sentence.ts'
import type { Speech } from '../model/speech.ts'
import { PartSkeleton } from '../PartSkeleton.tsx'
import { ReviewSummary } from '../review/ReviewSummary.tsx'
import { useReview } from '../review/useReview.ts'
import { type Group, useGroup } from '../useGroup.ts'
import { useSpeech } from '../useSpeech.ts'
import { Legend } from './Legend.tsx'
import styles from './Matrix.module.css'
import { MatrixGrid } from './MatrixGrid.tsx'
import { MatrixList } from './MatrixList.tsx'
import { MatrixTools, type Narrowing } from './MatrixTools.tsx'
import { groupRows } from './places.ts'

const RulesDrawer = lazy(() => import('../rule/RulesDrawer.tsx').then((module) => ({ default: module.RulesDrawer })))

const ImpactDialog = lazy(() =>
  import('../impact/ImpactDialog.tsx').then((module) => ({ default: module.ImpactDialog })),
)

/** The tab “Regras” of a permission group: all its rules at a glance, each a click away. */
export function PermissionMatrix(props: CustomPartProps) {
  const group = useGroup(props)
  const { speech, error, retry } = useSpeech(group)
  if (!speech) return error ? <Failed error={error} retry={retry} /> : <PartSkeleton />
  return <Matrix group={group} speech={speech} onTests={() => props.form.openPart('PermissionTests')} />
}

/** A cell whose rules are open. */
export interface OpenCell {
  subject: string
  action: string
  /** The place of a rule that is asked for. */
  rule?: number
}

interface MatrixParts {
  group: Group
  speech: Speech
  onTests: () => void
}

function Matrix({ group, speech, onTests }: MatrixParts) {
  const words = useWords()
  const isNarrow = useMedia(narrow)
  const { resources } = useMetadata()
  const [narrowing, setNarrowing] = useState<Narrowing>({ sought: '', onlyRuled: false })
  const [open, setOpen] = useState<OpenCell>()
  const [weighing, setWeighing] = useState(false)
  const { rules, canChangeRules, isSystem } = group
  const reviewed = useReview(group)
  // Every cell tells its rules, and each is told in as many cells as it has actions.
  const sentences = useMemo(() => rules.map((rule) => ruleSentence(rule, speech)), [rules, speech])
  const rows = matrixOf({
    rules,
    vocabulary: speech.vocabulary,
    labels: { everySubject: words('permission.everything'), everyAction: words('permission.everyAction') },
  })
  const shown = rows.filter((row) => isShown(row, narrowing))
  const groups = groupRows(shown, resources, {
    parts: words('permission.matrix.parts'),
    platform: words('permission.matrix.platform'),
    gone: words('permission.matrix.gone'),
  })
  const View = isNarrow ? MatrixList : MatrixGrid
  return (
    <div className={styles.part}>
      {isSystem && <Alert type="info" showIcon message={words('permission.system')} />}
      {rules.length === 0 && canChangeRules && <p className={styles.note}>{words('permission.matrix.begin')}</p>}
      <MatrixTools narrowing={narrowing} onChange={setNarrowing}>
        {canChangeRules && <Button onClick={() => setWeighing(true)}>{words('permission.impact.open')}</Button>}
      </MatrixTools>
      {shown.length > 0 ? (
        <View
          groups={groups}
          describe={(cell) => cell.rules.map((at) => sentences[at]).join('\n')}
          onOpen={(row, cell) => setOpen({ subject: row.subject, action: cell.action })}
        />
      ) : (
        <p className={styles.note} role="status">
          {words('permission.matrix.nothing')}
        </p>
      )}
      <div className={styles.tools}>
        <Legend />
        <span className={styles.space} />
        {canChangeRules && (
          <Button type="link" onClick={() => setOpen({ subject: everySubject, action: everyAction })}>
            {words('permission.everything.open')}
          </Button>
        )}
      </div>
      {canChangeRules && (
        <ReviewSummary
          {...reviewed}
          rules={rules}
          speech={speech}
          onOpen={(at) => {
            const rule = rules[at]
            if (rule) setOpen({ subject: rule.subject, action: rule.actions[0] ?? everyAction, rule: at })
          }}
          onTests={onTests}
        />
      )}
      {weighing && (
        <Suspense fallback={null}>
          <ImpactDialog draft={group.draft} onClose={() => setWeighing(false)} />
        </Suspense>
      )}
      {open && (
        <Suspense fallback={null}>
          <RulesDrawer
            key={`${open.subject}/${open.action}`}
            cell={open}
            review={reviewed.review}
            group={group}
            speech={speech}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </div>
  )
}

function isShown({ label, standard, own }: MatrixRow, { sought, onlyRuled }: Narrowing): boolean {
  const cells = [...standard.flatMap((cell) => cell ?? []), ...own]
  if (onlyRuled && cells.every(({ rules }) => rules.length === 0)) return false
  const wanted = fold(sought.trim())
  return [label, ...own.map((cell) => cell.label)].some((text) => fold(text).includes(wanted))
}
