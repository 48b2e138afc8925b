import { type RefObject, useLayoutEffect, useState } from 'react'

/** How much of what is inside an element can be seen. */
export interface Room {
  /** The width inside, in pixels; 0 until it is measured. */
  width: number
  /** What the scroll bar takes of it. */
  gutter: number
  /** There is more to see before the start or after the end. */
  hidden: { start: boolean; end: boolean }
}

/** The room inside an element that may scroll sideways. */
export function useRoom(element: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ width: 0, gutter: 0, hidden: { start: false, end: false } })
  useLayoutEffect(() => {
    const measured = element.current
    if (!measured) return
    const measure = () => setRoom((before) => unlessSame(before, roomOf(measured)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(measured)
    // What is inside may grow while the element itself does not.
    for (const inside of measured.children) observer.observe(inside)
    measured.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      measured.removeEventListener('scroll', measure)
    }
  }, [element])
  return room
}

function roomOf({ clientWidth, offsetWidth, scrollWidth, scrollLeft }: HTMLElement): Room {
  const hidden = { start: scrollLeft > 1, end: scrollLeft + clientWidth < scrollWidth - 1 }
  return { width: clientWidth, gutter: offsetWidth - clientWidth, hidden }
}

/** Keeps the room before where nothing changed: scrolling must not draw the table again and again. */
function unlessSame(before: Room, now: Room): Room {
  const isSame = before.width === now.width && before.gutter === now.gutter
  return isSame && before.hidden.start === now.hidden.start && before.hidden.end === now.hidden.end ? before : now
}
