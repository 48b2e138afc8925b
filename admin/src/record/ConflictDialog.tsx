import type { FieldMeta } from '@ficha/api/contract'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '../providers/i18n.ts'
import { ClashChoice } from './page/ClashChoice.tsx'
import styles from './page/Conflict.module.css'
import type { Comparison, Side } from './page/conflict.ts'
import type { Row } from './page/row.ts'
import { useReturnFocus } from './page/useReturnFocus.ts'

interface ConflictDialogProps {
  comparison: Comparison
  /** The record as it was read before both changes. */
  record: Row
  onChoose: (choices: Readonly<Record<string, Side>>) => void
  /** Back to the form; nothing is saved and nothing is lost. */
  onClose: () => void
}

/** Two people changed one record: field by field, the person chooses whose value stays. */
export function ConflictDialog({ comparison, record, onChoose, onClose }: ConflictDialogProps) {
  useReturnFocus()
  const words = useWords()
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({})
  const { clashes, mine, theirs } = comparison
  const missing = clashes.filter(({ field }) => !choices[field.name]).length
  const chooseAll = (side: Side) => setChoices(Object.fromEntries(clashes.map(({ field }) => [field.name, side])))

  return (
    <Modal
      open
      width={760}
      title={words('conflict.title')}
      onCancel={onClose}
      maskClosable={false}
      footer={
        <div className={styles.foot}>
          <span role="status" className={styles.missing}>
            {missing > 0 &&
              (missing === 1 ? words('conflict.missing.one') : words('conflict.missing.many', { count: missing }))}
          </span>
          <Button onClick={onClose}>{words('conflict.back')}</Button>
          <Button type="primary" disabled={missing > 0} onClick={() => onChoose(choices)}>
            {words(verbOf(comparison))}
          </Button>
        </div>
      }
    >
      <p className={styles.lead}>{words(clashes.length > 0 ? 'conflict.choose' : 'conflict.mergeable')}</p>
      {clashes.length > 1 && (
        <div className={styles.all}>
          <Button size="small" onClick={() => chooseAll('theirs')}>
            {words('conflict.allTheirs')}
          </Button>
          <Button size="small" onClick={() => chooseAll('mine')}>
            {words('conflict.allMine')}
          </Button>
        </div>
      )}
      {clashes.map((clash) => (
        <ClashChoice
          key={clash.field.name}
          clash={clash}
          record={record}
          side={choices[clash.field.name]}
          onChoose={(side) => setChoices((former) => ({ ...former, [clash.field.name]: side }))}
        />
      ))}
      {mine.length > 0 && <p className={styles.also}>{words('conflict.alsoMine', { fields: labels(mine) })}</p>}
      {theirs.length > 0 && <p className={styles.also}>{words('conflict.alsoTheirs', { fields: labels(theirs) })}</p>}
    </Modal>
  )
}

/** With nothing of mine left to save, there is only their record to take over. */
function verbOf({ clashes, mine }: Comparison) {
  if (clashes.length > 0) return 'conflict.save'
  return mine.length > 0 ? 'conflict.merge' : 'conflict.adopt'
}

function labels(fields: readonly FieldMeta[]): string {
  return fields.map(({ label }) => label).join(', ')
}
