import type { Mask } from '../../define/mask.ts'
import { constant, type Engine } from './text.ts'

/** What a mask leaves of a text column: null where it is empty. */
export function maskSql(engine: Engine, mask: Mask, column: string): string {
  const parts = mask.map((part) => {
    if (typeof part === 'string') return constant(part)
    if ('from' in part) return `substr(${column}, ${part.from}, ${part.length})`
    return engine === 'sqlite' ? `substr(${column}, -${part.last})` : `right(${column}, ${part.last})`
  })
  return `CASE WHEN ${column} IS NULL THEN NULL ELSE ${parts.join(' || ')} END`
}
