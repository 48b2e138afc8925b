import type { GroupChange, WordKey } from '@ficha/api/contract'
import { useWords } from '../../providers/i18n.ts'
import styles from './Transfer.module.css'

const signs: Record<GroupChange['kind'], string> = {
  'rule-added': '+',
  'rule-removed': '−',
  'rule-changed': '~',
  field: '~',
}

const signWords = {
  'rule-added': 'permission.import.ruleAdded',
  'rule-removed': 'permission.import.ruleRemoved',
  'rule-changed': 'permission.import.ruleChanged',
  field: 'permission.import.field',
} as const satisfies Record<GroupChange['kind'], WordKey>

/** One difference between two states of a group, with its sign. */
export function ChangeLine({ change: { kind, text } }: { change: GroupChange }) {
  const words = useWords()
  return (
    <span className={styles.change} data-kind={kind}>
      <abbr title={words(signWords[kind])} aria-label={words(signWords[kind])}>
        {signs[kind]}
      </abbr>{' '}
      {text}
    </span>
  )
}
