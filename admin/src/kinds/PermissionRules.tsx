import { type Rule, say } from '@ficha/api/contract'
import { useWords } from '../providers/i18n.ts'
import { Blank } from './Blank.tsx'
import { EmptyFilter } from './filters/EmptyFilter.tsx'
import type { About, CellProps, InputProps, KindView } from './view.ts'

/** Rules of a permission group: a list tells how many there are, the editor of permissions shows and changes them. */
export const permissionRules: KindView = {
  Cell: Count,
  Input: Count,
  Filter: EmptyFilter,
  text: (value) => String(rulesOf(value).length),
  problem,
  width: 110,
}

/** A rule whose JSON is being typed, or one that was left without a field, cannot be sent. */
function problem(value: unknown, { language }: About): string | undefined {
  for (const [at, rule] of rulesOf(value).entries()) {
    if ('unreadable' in rule) return say(language, 'kind.rules.unreadable', { number: at + 1 })
    if (rule.fields?.length === 0) return say(language, 'kind.rules.noFields', { number: at + 1 })
  }
  return undefined
}

function Count({ value }: CellProps | InputProps) {
  const words = useWords()
  const count = rulesOf(value).length
  return count === 0 ? <Blank /> : <span>{words(count === 1 ? 'kind.rules.one' : 'kind.rules.many', { count })}</span>
}

function rulesOf(value: unknown): Rule[] {
  return Array.isArray(value) ? value : []
}
