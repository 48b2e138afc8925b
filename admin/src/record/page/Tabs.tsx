import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import styles from './Tabs.module.css'

export interface Tab {
  name: string
  title: ReactNode
  content: ReactNode
}

interface TabsProps {
  /** What the tabs are, for those who hear the screen. */
  label: string
  tabs: readonly Tab[]
  active: string
  onOpen: (name: string) => void
}

/** Where the arrow keys lead, from a tab among so many. */
const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowLeft: (at, count) => (at + count - 1) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/**
 * Tabs as the ARIA practices describe them: arrows open the next one, Tab goes on into its content. On a phone they scroll
 * sideways. antd's hide what does not fit behind a button inside the `tablist`, where none may be.
 * A content that was open once stays, with what was typed into it.
 */
export function Tabs({ label, tabs, active, onOpen }: TabsProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  if (!opened.has(active)) setOpened(new Set([...opened, active]))

  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is open, and may stand outside the strip
  useEffect(() => {
    const [strip, tab] = [list.current, list.current?.querySelector<HTMLElement>('[aria-selected="true"]')]
    if (!strip || !tab) return
    const [start, end] = [tab.offsetLeft - 24, tab.offsetLeft + tab.offsetWidth + 24]
    if (start < strip.scrollLeft) strip.scrollLeft = start
    if (end > strip.scrollLeft + strip.clientWidth) strip.scrollLeft = end - strip.clientWidth
  }, [active])

  function press(event: KeyboardEvent) {
    const step = steps[event.key]
    // From where the focus is: with a key held down it is ahead of what is drawn.
    const at = tabs.findIndex(({ name }) => `${id}${name}` === event.currentTarget.id)
    const next = step && tabs[step(at, tabs.length)]
    if (!next) return
    event.preventDefault()
    onOpen(next.name)
    document.getElementById(`${id}${next.name}`)?.focus({ preventScroll: true })
  }

  return (
    <>
      <div ref={list} role="tablist" aria-label={label} className={styles.list}>
        {tabs.map(({ name, title }) => (
          <button
            key={name}
            id={`${id}${name}`}
            type="button"
            role="tab"
            className={styles.tab}
            aria-selected={name === active}
            aria-controls={opened.has(name) ? `${id}${name}-content` : undefined}
            tabIndex={name === active ? 0 : -1}
            onClick={() => onOpen(name)}
            onKeyDown={press}
          >
            {title}
          </button>
        ))}
      </div>
      {tabs
        .filter(({ name }) => opened.has(name))
        .map(({ name, content }) => (
          <div
            key={name}
            id={`${id}${name}-content`}
            role="tabpanel"
            aria-labelledby={`${id}${name}`}
            hidden={name !== active}
          >
            {content}
          </div>
        ))}
    </>
  )
}
