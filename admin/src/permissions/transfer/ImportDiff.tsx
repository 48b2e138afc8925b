import { ExclamationCircleOutlined } from '@ant-design/icons'
import type { GroupImport, Tone, WordKey } from '@ficha/api/contract'
import { StatusTag } from '../../kinds/StatusTag.tsx'
import { useWords } from '../../providers/i18n.ts'
import { ChangeLine } from './ChangeLine.tsx'
import styles from './Transfer.module.css'

type Entry = GroupImport['groups'][number]

const states = {
  new: { label: 'permission.import.new', tone: 'success' },
  changed: { label: 'permission.import.changed', tone: 'warning' },
  same: { label: 'permission.import.same', tone: 'neutral' },
} as const satisfies Record<Entry['state'], { label: WordKey; tone: Tone }>

/** What a file would change, group by group, and what keeps one from being taken in. */
export function ImportDiff({ diff: { groups } }: { diff: GroupImport }) {
  const words = useWords()
  return (
    <ul className={styles.groups} aria-label={words('permission.import.changes')}>
      {groups.map(({ name, state, changes, errors }) => (
        <li key={name}>
          <div className={styles.group}>
            <strong>{name}</strong>
            <StatusTag option={{ value: state, label: words(states[state].label), tone: states[state].tone }} />
          </div>
          {errors.map((text) => (
            <p key={text} className={styles.error}>
              <ExclamationCircleOutlined aria-hidden /> {text}
            </p>
          ))}
          {changes.map((change) => (
            <ChangeLine key={`${change.kind} ${change.text}`} change={change} />
          ))}
        </li>
      ))}
    </ul>
  )
}
