import type { FieldMeta } from '@ficha/api/contract'
import { Button } from 'antd'
import { type PropsWithChildren, type ReactNode, useEffect, useRef } from 'react'
import { unseen } from '../../kinds/Blank.tsx'
import { useWords } from '../../providers/i18n.ts'
import styles from './SaveBar.module.css'

interface SaveBarProps {
  /** The fields that would be saved. */
  changed: readonly FieldMeta[]
  saving: boolean
  onSave: () => void
  onUndo: () => void
  /** Brings back what `onUndo` took; absent when there is nothing. */
  onRedo?: () => void
  /** What went wrong, above the buttons. */
  children?: ReactNode
}

/** The one place that saves a record: quiet while nothing changed, lit up with the number of changes. */
export function SaveBar({ changed, saving, onSave, onUndo, onRedo, children }: SaveBarProps) {
  const words = useWords()
  const count = changed.length
  const counted = (key: 'record.changes' | 'record.save') =>
    count === 1 ? words(`${key}.one`) : words(`${key}.many`, { count })
  const takesBack = count > 0 || !onRedo
  return (
    <StickyBar lit={count > 0} onSave={onSave} alert={children}>
      <span role="status" className={styles.status}>
        {count === 0 && words('record.unchanged')}
        {count > 0 && (
          <>
            <span style={unseen}>{counted('record.changes')}: </span>
            {changed.map(({ label }) => label).join(', ')}
          </>
        )}
      </span>
      {(count > 0 || onRedo) && (
        <Button onClick={takesBack ? onUndo : onRedo} disabled={saving}>
          {words(takesBack ? 'record.undo' : 'record.redo')}
        </Button>
      )}
      {/* Never disabled, which would take the focus from who has just saved by keyboard. */}
      <Button
        type={count > 0 ? 'primary' : 'default'}
        className={count > 0 ? undefined : styles.idle}
        aria-disabled={count === 0}
        aria-keyshortcuts="Control+S"
        title={words('record.saveKeys')}
        loading={saving}
        onClick={onSave}
      >
        {count > 0 ? counted('record.save') : words('screen.save')}
      </Button>
    </StickyBar>
  )
}

interface StickyBarProps extends PropsWithChildren {
  lit: boolean
  /** Ctrl+S anywhere on the page. */
  onSave: () => void
  alert?: ReactNode
}

/** Buttons that stay at the foot of the screen while the page scrolls under them. */
export function StickyBar({ lit, onSave, alert, children }: StickyBarProps) {
  useSaveKey(onSave)
  return (
    <div className={lit ? `${styles.bar} ${styles.lit}` : styles.bar}>
      {alert}
      <div className={styles.buttons}>{children}</div>
    </div>
  )
}

/** Ctrl+S, or Cmd+S, saves once what the focused input holds has arrived; a dialog over the page keeps it. */
function useSaveKey(onSave: () => void): void {
  const latest = useRef(onSave)
  latest.current = onSave
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      const { activeElement: focused } = document
      if (!(focused instanceof HTMLElement) || focused.closest('[role="dialog"]')) return
      const field = focused.closest<HTMLElement>('[data-control]')
      focused.blur()
      setTimeout(() => {
        // What was an input may be text again.
        const target = focused.isConnected ? focused : field?.querySelector<HTMLElement>('button, input, textarea')
        target?.focus({ preventScroll: true })
        latest.current()
      })
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
