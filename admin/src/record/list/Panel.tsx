import { Button } from 'antd'
import { type PropsWithChildren, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useWords } from '../../providers/i18n.ts'
import styles from './Panel.module.css'

interface PanelProps {
  label: string
  /** The button that opened it: Escape gives it the focus back. */
  opener: RefObject<HTMLElement | null>
  onClose: () => void
  /** Hangs from the end of its button instead of its start. */
  align?: 'end'
  /** Stands over its button instead of under it. */
  side?: 'above'
}

/**
 * A small dialog beside its button, a sheet at the bottom of a phone. antd's Popover is not used because it is a tooltip to
 * screen readers and describes its button with everything inside it.
 */
export function Panel({ label, opener, onClose, align, side, children }: PropsWithChildren<PanelProps>) {
  const words = useWords()
  const panel = useRef<HTMLDivElement>(null)
  // React carries events of lists and calendars drawn elsewhere in the page up to here, the document does not know that they belong here.
  const isInside = useRef(false)
  const noteInside = () => {
    isInside.current = true
  }

  useEffect(() => {
    // What is inside may have taken the focus to a better place already.
    if (!panel.current?.contains(document.activeElement)) firstControl(panel.current)?.focus()
    const leave = ({ target }: Event) => {
      const isHere =
        isInside.current || [panel, opener].some(({ current }) => target instanceof Node && current?.contains(target))
      if (!isHere) onClose()
      isInside.current = false
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [onClose, opener])

  useLayoutEffect(() => keepOnScreen(panel.current), [])

  function close() {
    onClose()
    opener.current?.focus()
  }

  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={styles.panel}
      data-align={align}
      data-side={side}
      onPointerDown={noteInside}
      onFocus={noteInside}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        close()
      }}
    >
      {children}
      <Button block className={styles.done} onClick={close}>
        {words('list.filter.done')}
      </Button>
    </div>
  )
}

function firstControl(panel: HTMLElement | null): HTMLElement | null | undefined {
  return panel?.querySelector<HTMLElement>('input:not([disabled]), select, textarea, button:not([disabled])') ?? panel
}

/** Moves a panel that would leave the window at its end. */
function keepOnScreen(panel: HTMLElement | null): void {
  if (!panel || getComputedStyle(panel).position === 'fixed') return
  const over = panel.getBoundingClientRect().right - (document.documentElement.clientWidth - edge)
  if (over > 0) panel.style.translate = `${-over}px 0`
}

const edge = 16
