import type { Rule } from '@ficha/api/contract'
import { useWords } from '../providers/i18n.ts'
import { Blank } from './Blank.tsx'
import { EmptyFilter } from './filters/EmptyFilter.tsx'
import type { CellProps, InputProps, KindView } from './view.ts'

/** Rules of a permission group: a list tells how many there are, the editor of permissions shows and changes them. */
export const permissionRules: KindView = {
  Cell: Count,
  Input: Count,
  Filter: EmptyFilter,
  text: (value) => String(rulesOf(value).length),
  width: 110,
}

function Count({ value }: CellProps | InputProps) {
  const words = useWords()
  const count = rulesOf(value).length
  return count === 0 ? <Blank /> : <span>{words(count === 1 ? 'kind.rules.one' : 'kind.rules.many', { count })}</span>
}

function rulesOf(value: unknown): Rule[] {
  return Array.isArray(value) ? value : []
}
