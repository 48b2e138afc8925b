/** The links that open the records shown, in their order. */
function links(within: ParentNode): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>('[data-record]')]
}

/** The row the focus is in, if it is in one. */
export function focusedRow(): HTMLElement | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-id]') ?? undefined
}

/** Moves the focus some rows on, or to the first one when it is in none. */
export function moveFocus(within: ParentNode, step: number): void {
  const all = links(within)
  const row = focusedRow()
  const at = row ? all.findIndex((link) => row.contains(link)) : -1
  const to = at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + step))
  focusLink(all[to])
}

/** Moves the focus to the row of a record; false when it is not shown. */
export function focusRecord(within: ParentNode, id: number): boolean {
  return focusLink(links(within).find((link) => link.dataset.record === String(id)))
}

/** Moves the focus to the heading of the page, when what had it has gone. */
export function focusHeading(within: ParentNode): void {
  const heading = within.querySelector('h1')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}

function focusLink(link: HTMLElement | undefined): boolean {
  if (!link) return false
  link.focus({ preventScroll: true })
  link.closest('[data-id]')?.scrollIntoView?.({ block: 'nearest' })
  return true
}
