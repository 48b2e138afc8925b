import { PlusOutlined } from '@ant-design/icons'
import type { GroupTest } from '@ficha/api/contract'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { CustomPartProps } from '../../custom/index.ts'
import { useWords } from '../../providers/i18n.ts'
import { Empty } from '../../record/states/Empty.tsx'
import { Failed } from '../../record/states/Failed.tsx'
import type { Speech } from '../model/speech.ts'
import { PartSkeleton } from '../PartSkeleton.tsx'
import { useReview } from '../review/useReview.ts'
import { type Group, useGroup } from '../useGroup.ts'
import { useSpeech } from '../useSpeech.ts'
import { TestRow } from './TestRow.tsx'
import styles from './Tests.module.css'

/** The tab “Testes” of a permission group: what must stay true of it, and whether it is. */
export function PermissionTests(props: CustomPartProps) {
  const group = useGroup(props)
  const { speech, error, retry } = useSpeech(group)
  if (!speech) return error ? <Failed error={error} retry={retry} /> : <PartSkeleton />
  return <Tests group={group} speech={speech} />
}

function Tests({ group, speech }: { group: Group; speech: Speech }) {
  const words = useWords()
  const { review, isPending, failure } = useReview(group)
  const [open, setOpen] = useState<number>()
  const { tests, canChangeTests, changeTests } = group
  const list = useRef<HTMLOListElement>(null)
  const adding = useRef<HTMLButtonElement>(null)
  const wanted = useRef<number>(undefined)

  // A test that was just added has the focus.
  useEffect(() => {
    if (wanted.current === undefined) return
    list.current?.children[wanted.current]?.querySelector('button')?.focus()
    wanted.current = undefined
  })

  function add() {
    const [subject] = speech.vocabulary.subjects
    if (!subject) return
    const test: GroupTest = { can: false, action: subject.actions[0]?.name ?? 'read', subject: subject.name }
    wanted.current = tests.length
    setOpen(tests.length)
    changeTests([...tests, test])
  }

  function change(at: number, next: GroupTest) {
    changeTests(tests.map((test, place) => (place === at ? next : test)))
  }

  function remove(at: number) {
    setOpen(undefined)
    changeTests(tests.filter((_, place) => place !== at))
    adding.current?.focus()
  }

  const passed = review?.tests.filter((result) => result.passed).length ?? 0
  return (
    <div className={styles.part}>
      <p className={styles.lead}>{words('permission.tests.lead')}</p>
      <p role="status" className={styles.status}>
        {tests.length > 0 &&
          (review
            ? words('permission.tests.passed', { count: passed, total: tests.length })
            : (failure ?? (isPending ? words('permission.review.pending') : '')))}
      </p>
      {tests.length === 0 && (
        <Empty
          title={words('permission.tests.none')}
          detail={canChangeTests ? words('permission.tests.begin') : undefined}
        />
      )}
      {tests.length > 0 && (
        <ol ref={list} className={styles.list} aria-label={words('permission.tests')}>
          {tests.map((test, at) => (
            <TestRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a test has no other name than its place
              key={at}
              test={test}
              number={at + 1}
              audience={group.audience}
              speech={speech}
              result={review?.tests.find(({ index }) => index === at)}
              refused={group.errorsOf('tests', at)}
              isOpen={open === at}
              canChange={canChangeTests}
              onToggle={() => setOpen(open === at ? undefined : at)}
              onChange={(next) => change(at, next)}
              onRemove={() => remove(at)}
            />
          ))}
        </ol>
      )}
      {canChangeTests && (
        <div>
          <Button ref={adding} icon={<PlusOutlined aria-hidden />} onClick={add}>
            {words('permission.tests.add')}
          </Button>
        </div>
      )}
    </div>
  )
}
