import type { Words } from '../../providers/i18n.ts'
import type { Cell } from '../model/matrixModel.ts'
import { grantedWords } from './Mark.tsx'

/** A cell in words: `Clientes, Alterar: parte, com impedimento, 2 regras`. */
export function cellName(subject: string, cell: Cell, words: Words): string {
  const { label, granted, denied, needsReview, rules } = cell
  const parts = [
    words(grantedWords[granted]),
    ...(denied ? [words('permission.cell.denied')] : []),
    ...(needsReview ? [words('permission.cell.review')] : []),
    ...(rules.length > 0 ? [countedRules(rules.length, words)] : []),
  ]
  return `${subject}, ${label}: ${parts.join(', ')}`
}

export function countedRules(count: number, words: Words): string {
  return count === 1 ? words('kind.rules.one') : words('kind.rules.many', { count })
}
