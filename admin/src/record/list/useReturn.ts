import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { onFarewell } from '../../providers/session.ts'
import { focusRecord } from './rowFocus.ts'

interface Left {
  id: number
  top: number
}

/** Where each visit to a list was left, by the key of its history entry. In memory only: a new window starts at the top. */
const left = new Map<string, Left>()

onFarewell(() => left.clear())

/** Brings who comes back from a record to where they were: the same scroll position, the focus on the row they opened. */
export function useReturn(page: RefObject<HTMLElement | null>, hasRows: boolean): (opened: { id: number }) => void {
  const { key } = useLocation()
  const due = useRef(left.get(key))

  useLayoutEffect(() => {
    const back = due.current
    if (!hasRows || !back || !page.current) return
    due.current = undefined
    left.delete(key)
    const scroller = scrollerOf(page.current)
    scroller.scrollTop = back.top
    focusRecord(page.current, back.id)
  }, [hasRows, key, page])

  return useCallback(
    ({ id }) => {
      if (page.current) left.set(key, { id, top: scrollerOf(page.current).scrollTop })
    },
    [key, page],
  )
}

/** What scrolls the rows: their own region, or on a phone the page. */
function scrollerOf(page: HTMLElement): Element {
  const inside = page.querySelector('[data-rows]')
  for (let element: Element | null = inside ?? page; element; element = element.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight)
      return element
  }
  return document.scrollingElement ?? document.documentElement
}
