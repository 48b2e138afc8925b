import type { Audience, GroupDraft, GroupTest } from '@ficha/api/contract'
import type { CustomPartProps, PartForm } from '../custom/index.ts'
import { idOf } from '../kinds/references.ts'
import { type DraftRule, readableRules } from './model/ruleEdits.ts'

/** A permission group as the form of its page holds it. */
export interface Group {
  id: number
  name: string
  audience: Audience
  rules: readonly DraftRule[]
  tests: readonly GroupTest[]
  /** Whether this person may change its rules. */
  canChangeRules: boolean
  canChangeTests: boolean
  changeRules: (rules: readonly DraftRule[]) => void
  changeTests: (tests: readonly GroupTest[]) => void
  /** Whether what decides over rights differs from what is saved. */
  isChanged: boolean
  /** As it would be saved. */
  draft: GroupDraft
}

/** The fields that decide who may do what. */
const decisive = ['rules', 'active', 'brand'] as const

/** The group on whose page a component stands. */
export function useGroup({ record, form }: Pick<CustomPartProps, 'record' | 'form'>): Group {
  const rules = listOf<DraftRule>(form, 'rules')
  const tests = listOf<GroupTest>(form, 'tests')
  const audience: Audience = form.value('audience') === 'customers' ? 'customers' : 'staff'
  return {
    id: record.id,
    name: String(form.value('name') ?? ''),
    audience,
    rules,
    tests,
    canChangeRules: form.canChange('rules'),
    canChangeTests: form.canChange('tests'),
    changeRules: (next) => form.change('rules', next),
    changeTests: (next) => form.change('tests', next),
    isChanged: decisive.some((field) => field in form.changes),
    draft: {
      group: record.id,
      audience,
      brand: idOf(form.value('brand')),
      active: form.value('active') !== false,
      rules: readableRules(rules),
      tests: [...tests],
    },
  }
}

/** A list as the API keeps it; whoever may not read it has none. */
function listOf<T>(form: PartForm, field: string): readonly T[] {
  const value = form.value(field)
  return Array.isArray(value) ? value : []
}
