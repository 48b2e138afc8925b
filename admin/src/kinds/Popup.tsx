import { theme } from 'antd'
import { type PropsWithChildren, type ReactNode, useLayoutEffect, useRef } from 'react'

interface PopupProps extends PropsWithChildren {
  /** What the combobox says that it controls. */
  listId: string
  /** No list stands in it. */
  bare: boolean
  footer?: ReactNode
}

/** What opens under a select. */
export function Popup({ listId, bare, footer, children }: PopupProps) {
  const popup = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => nameScroller(popup.current, listId))
  return (
    <div id={bare ? listId : undefined} ref={popup}>
      {children}
      {footer}
    </div>
  )
}

/**
 * The element that scrolls becomes the listbox or the tree, instead of one inside or around it: only of that one do axe and
 * screen readers know that the keys of its combobox scroll it (scrollable-region-focusable).
 */
function nameScroller(popup: HTMLElement | null, listId: string): void {
  const scroller = popup?.querySelector('.rc-virtual-list-holder, .ant-select-tree-list-holder')
  const list = scroller?.querySelector('[role=listbox]') ?? scroller?.closest('[role=tree]')
  const role = list?.getAttribute('role')
  if (!scroller || !list || !role || list === scroller) return
  list.removeAttribute('role')
  list.removeAttribute('id')
  scroller.setAttribute('role', role)
  scroller.id = listId
}

/** A text where the list would be, told to screen readers. */
export function PopupText({ children }: PropsWithChildren) {
  const { token } = theme.useToken()
  return (
    <div
      role="status"
      style={{ padding: `${token.paddingXS}px ${token.paddingSM}px`, color: token.colorTextDescription }}
    >
      {children}
    </div>
  )
}
