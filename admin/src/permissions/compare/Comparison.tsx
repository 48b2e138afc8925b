import type { Audience } from '@ficha/api/contract'
import { useOne } from '@refinedev/core'
import { Skeleton } from 'antd'
import type { ApiError } from '../../providers/api.ts'
import { useWords } from '../../providers/i18n.ts'
import type { Row } from '../../record/page/row.ts'
import { Failed } from '../../record/states/Failed.tsx'
import { rulesIn } from '../groupRules.ts'
import { GrantedMark, grantedWords } from '../matrix/Mark.tsx'
import { type Difference, differences, type Side } from '../model/compareModel.ts'
import { actionName, ruleSentence, subjectName } from '../model/sentence.ts'
import { fieldOf, type Speech } from '../model/speech.ts'
import { useSpeech } from '../useSpeech.ts'
import styles from './Compare.module.css'

/** The differences of two groups, an action at a time. */
export function Comparison({ left, right }: { left: number; right: number }) {
  const words = useWords()
  const [one, other] = [useGroupRow(left), useGroupRow(right)]
  const [ours, theirs] = [one, other].map(({ row }) => row && rulesIn(row))
  const audience = audienceOf(one.row)
  const { speech, error, retry } = useSpeech({ audience, rules: [...(ours ?? []), ...(theirs ?? [])] })
  const failure = one.error ?? other.error ?? error
  if (failure) return <Failed error={failure} retry={retry} />
  if (!one.row || !other.row || !speech) return <Skeleton active title={false} paragraph={{ rows: 6 }} />
  if (audience !== audienceOf(other.row)) return <p className={styles.hint}>{words('permission.compare.audiences')}</p>
  const names = [String(one.row.name ?? `#${left}`), String(other.row.name ?? `#${right}`)] as const
  if (!ours || !theirs) {
    return <p className={styles.hint}>{words('permission.rules.hidden', { name: names[ours ? 1 : 0] })}</p>
  }
  const found = differences(ours, theirs, speech.vocabulary)
  if (found.length === 0) return <p className={styles.hint}>{words('permission.compare.same')}</p>
  const systems = names.filter((_, at) => (at === 0 ? one : other).row?.system === true)
  return (
    <>
      {systems.map((name) => (
        <p key={name} className={styles.hint}>
          {words('permission.compare.system', { name })}
        </p>
      ))}
      <p className={styles.hint} role="status">
        {found.length === 1
          ? words('permission.compare.one')
          : words('permission.compare.many', { count: found.length })}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words('permission.compare.what')}</th>
            {names.map((name, at) => (
              <th key={at === 0 ? 'left' : 'right'} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map((difference) => (
            <DifferenceRow
              key={`${difference.subject} ${difference.action}`}
              difference={difference}
              names={names}
              speech={speech}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

function useGroupRow(id: number) {
  const { query } = useOne<Row, ApiError>({
    resource: 'permissionGroup',
    id,
    errorNotification: false,
    queryOptions: { placeholderData: undefined },
  })
  return { row: query.data?.data, error: query.error }
}

function audienceOf(row: Row | undefined): Audience {
  return row?.audience === 'customers' ? 'customers' : 'staff'
}

interface DifferenceRowProps {
  difference: Difference
  names: readonly [string, string]
  speech: Speech
}

function DifferenceRow({ difference: { subject, action, left, right }, names, speech }: DifferenceRowProps) {
  return (
    <tr>
      <th scope="row">
        {subjectName(subject, speech)} · {actionName(subject, action, speech)}
      </th>
      <SideCell name={names[0]} subject={subject} side={left} speech={speech} />
      <SideCell name={names[1]} subject={subject} side={right} speech={speech} />
    </tr>
  )
}

interface SideCellProps {
  /** Of the group. */
  name: string
  subject: string
  side: Side
  speech: Speech
}

function SideCell({ name, subject, side: { granted, only, fields }, speech }: SideCellProps) {
  const words = useWords()
  const labels = fields.map((field) => fieldOf(speech, subject, field)?.label ?? field)
  return (
    <td data-name={name}>
      <span className={styles.granted}>
        <GrantedMark granted={granted} /> {words(grantedWords[granted])}
      </span>
      {only.length > 0 && (
        <ul>
          {only.map((rule) => (
            <li key={rule.id ?? JSON.stringify(rule)}>{ruleSentence(rule, speech)}</li>
          ))}
        </ul>
      )}
      {labels.length > 0 && (
        <p className={styles.fields}>{words('permission.compare.fields', { fields: labels.join(', ') })}</p>
      )}
    </td>
  )
}
