import type { WordKey } from '@ficha/api/contract'
import { Modal, Switch } from 'antd'
import { useId } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { usePreference } from '../../providers/preference.ts'
import styles from './ShortcutHelp.module.css'
import { shortcutChoice } from './useShortcuts.ts'

interface ShortcutHelpProps {
  canCreate: boolean
  canSearch: boolean
  selectable: boolean
  isTree: boolean
  onClose: () => void
}

/** The keys of the list, and the switch that turns those of a single character off. */
export function ShortcutHelp({ canCreate, canSearch, selectable, isTree, onClose }: ShortcutHelpProps) {
  const words = useWords()
  const [choice, choose] = usePreference(shortcutChoice)
  const switchId = useId()
  const space = words('list.keys.space')
  const lines: [keys: string[], does: WordKey, offered: boolean][] = [
    [['/'], 'list.keys.search', canSearch],
    [['n'], 'list.keys.new', canCreate],
    [['j', '↓'], 'list.keys.next', true],
    [['k', '↑'], 'list.keys.previous', true],
    [['Home', 'End'], 'list.keys.ends', true],
    [['Enter'], 'list.keys.open', true],
    [['.'], 'list.keys.menu', true],
    [['x', space], 'list.keys.select', selectable],
    [[`Shift + ${space}`], 'list.keys.range', selectable],
    [['→', '←'], 'list.keys.tree', isTree],
    [['?'], 'list.keys.help', true],
  ]
  return (
    <Modal open title={words('list.keys')} width={400} footer={null} onCancel={onClose}>
      <dl className={styles.keys}>
        {lines
          .filter(([, , offered]) => offered)
          .map(([keys, does]) => (
            <div key={does} className={styles.line}>
              <dt>{words(does)}</dt>
              <dd>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
      </dl>
      <label className={styles.switch} htmlFor={switchId}>
        {words('list.keys.switch')}
        <Switch id={switchId} checked={choice === 'on'} onChange={(on) => choose(on ? 'on' : 'off')} />
      </label>
    </Modal>
  )
}
