import { theme } from 'antd'
import type { CSSProperties } from 'react'
import { useWords } from '../providers/i18n.ts'

/** Read by screen readers, seen by nobody. */
export const unseen: CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
}

/** Stands where a value is missing: a dash to the eye, a word to a screen reader. */
export function Blank() {
  const words = useWords()
  const { token } = theme.useToken()
  return (
    <span style={{ color: token.colorTextDescription }}>
      <span aria-hidden>—</span>
      <span style={unseen}>{words('kind.empty')}</span>
    </span>
  )
}
