import { type RefObject, useLayoutEffect } from 'react'

/** antd copies these from the input, where they belong, to the box around it, which has no role (axe: aria-allowed-attr). */
const copied = ['aria-required', 'aria-invalid', 'aria-label']

/** Takes ARIA attributes off the box of an antd select. */
export function useBareBox(select: RefObject<{ nativeElement: HTMLElement } | null>): void {
  useLayoutEffect(() => {
    for (const name of copied) select.current?.nativeElement.removeAttribute(name)
  })
}
