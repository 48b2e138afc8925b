import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { CustomPartProps, SaveAnswer } from '../../custom/index.ts'
import { sayNow } from '../../providers/i18n.ts'
import { useGroup } from '../useGroup.ts'
import { type Concern, concernOf } from './concern.ts'

const ConfirmDialog = lazy(() => import('./ConfirmDialog.tsx').then((module) => ({ default: module.ConfirmDialog })))

/** The fields of a group whose change can give somebody more. */
const weighty = ['rules', 'active', 'brand', 'tests']

/** Stands beside a permission group on its page: before a save that gives somebody more, or breaks a test, it asks. */
export function GroupCompanion(props: CustomPartProps) {
  const { beforeSave } = props.form
  const group = useGroup(props)
  const latest = useRef(group)
  latest.current = group
  const [question, setQuestion] = useState<{ concern: Concern; answer: (answer: SaveAnswer) => void }>()

  useEffect(
    () =>
      beforeSave(async (changes) => {
        if (!weighty.some((field) => field in changes)) return true
        // What was chosen in a conflict is drawn first.
        await new Promise((resolve) => setTimeout(resolve))
        const { seesRules, draft } = latest.current
        const concern = seesRules
          ? await concernOf(draft)
          : { failing: [], failure: sayNow('permission.rules.hidden', { name: latest.current.name }) }
        return concern ? new Promise<SaveAnswer>((answer) => setQuestion({ concern, answer })) : true
      }),
    [beforeSave],
  )

  if (!question) return null
  return (
    <Suspense fallback={null}>
      <ConfirmDialog
        audience={group.audience}
        concern={question.concern}
        onAnswer={(answer) => {
          setQuestion(undefined)
          question.answer(answer)
        }}
      />
    </Suspense>
  )
}
