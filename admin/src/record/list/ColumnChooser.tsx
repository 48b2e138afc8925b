import { SettingOutlined } from '@ant-design/icons'
import type { ResourceMeta } from '@ficha/api/contract'
import { useCallback, useRef, useState } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { ColumnChoices } from './ColumnChoices.tsx'
import styles from './ColumnChooser.module.css'
import { Panel } from './Panel.tsx'
import type { Columns } from './useColumns.ts'

interface ColumnChooserProps {
  resource: ResourceMeta
  columns: Columns
}

/** Which columns the list has, in which order and how wide; stands at the end of the head. */
export function ColumnChooser({ resource, columns }: ColumnChooserProps) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = useCallback(() => setOpen(false), [])
  return (
    <span className={styles.chooser}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={words('list.columns')}
        title={words('list.columns')}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <SettingOutlined aria-hidden />
      </button>
      {open && (
        <Panel label={words('list.columns')} opener={button} onClose={close} align="end">
          <ColumnChoices resource={resource} columns={columns} />
        </Panel>
      )}
    </span>
  )
}
