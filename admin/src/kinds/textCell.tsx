import type { CSSProperties } from 'react'
import { useLanguage } from '../providers/i18n.ts'
import { Blank } from './Blank.tsx'
import type { CellProps, KindView } from './view.ts'

/** Figures of one width, so that they stand under each other. */
export const figures: CSSProperties = { fontVariantNumeric: 'tabular-nums' }

/** The cell of a kind whose value is its text and nothing else. */
export function textCell(text: KindView['text'], style?: CSSProperties) {
  return function TextCell({ field, value }: CellProps) {
    const [language] = useLanguage()
    const shown = text(value, { field, language })
    if (shown === '') return <Blank />
    return style ? <span style={style}>{shown}</span> : shown
  }
}

/** A value that is its own text. */
export function plainText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
