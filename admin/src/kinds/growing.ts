import type { TextAreaProps } from 'antd/es/input'

/**
 * A box of several lines that grows with its text, where the browser can; elsewhere it keeps the least height. antd's own
 * `autoSize` measures with a style attribute, which the Content-Security-Policy refuses.
 */
export function growing(least: number, most: number): Pick<TextAreaProps, 'rows' | 'styles'> {
  const frame = 10
  const height = (lines: number) => `calc(${lines}lh + ${frame}px)`
  return {
    rows: least,
    styles: { textarea: { fieldSizing: 'content', minHeight: height(least), maxHeight: height(most) } },
  }
}
