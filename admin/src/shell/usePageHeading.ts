import { type RefObject, useEffect } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { titled } from './useTitle.ts'

/**
 * The `h1` of a page names the document, by its `data-title` where its text holds more than the name, and has the focus
 * when the person arrives, so that a screen reader says where they are and Tab goes on from there.
 */
export function usePageHeading(area: RefObject<HTMLElement | null>): void {
  const { pathname, key } = useLocation()
  const isNew = useNavigationType() !== 'POP'
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another page; how it was reached is read once
  useEffect(() => {
    const page = area.current
    if (!page) return
    if (isNew) window.scrollTo(0, 0)
    const before = document.activeElement
    // The page a person opened the panel with: the browser has put the focus where it belongs.
    let focused: HTMLElement | null | undefined = key === 'default' ? null : undefined
    const look = () => {
      const heading = page.querySelector('h1')
      if (!heading) return
      document.title = titled(heading.dataset.title ?? heading.textContent ?? '')
      // A heading that has given way to another one while it had the focus has lost it.
      const isLost = focused && !focused.isConnected && document.activeElement === document.body
      if (focused !== undefined && !isLost) return
      focused = heading
      if (!mayTake(page, before)) return
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(look)
    observer.observe(page, { childList: true, subtree: true, characterData: true })
    look()
    return () => observer.disconnect()
  }, [pathname])
}

/** Not when the page has put the focus somewhere itself, a dialog stands over it, or the person has gone elsewhere meanwhile. */
function mayTake(page: HTMLElement, before: Element | null): boolean {
  const active = document.activeElement
  if (active === null || active === document.body || active === page) return true
  return active === before && !page.contains(active) && !active.closest('[role="dialog"], dialog')
}
