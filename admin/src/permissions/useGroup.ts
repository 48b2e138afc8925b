import type { Audience, GroupDraft, GroupTest } from '@ficha/api/contract'
import type { CustomPartProps, PartForm } from '../custom/index.ts'
import { idOf } from '../kinds/references.ts'
import { rulesIn } from './groupRules.ts'
import { type DraftRule, readableRules } from './model/ruleEdits.ts'

/** A permission group as the form of its page holds it. */
export interface Group {
  id: number
  name: string
  audience: Audience
  /** None where they are hidden. */
  rules: readonly DraftRule[]
  /** Whether this person may see its rules. */
  seesRules: boolean
  tests: readonly GroupTest[]
  /** Its members may do everything, whatever its rules say; nobody changes it. */
  isSystem: boolean
  /** Whether this person may change its rules. */
  canChangeRules: boolean
  canChangeTests: boolean
  /** What the API refused of the rule, or the test, at a place. */
  errorsOf: (list: 'rules' | 'tests', at: number) => readonly string[]
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
  const isSystem = form.value('system') === true
  const seen = rulesIn({ system: isSystem, rules: form.value('rules') })
  const rules = seen ?? []
  const tests = listOf<GroupTest>(form, 'tests')
  const audience: Audience = form.value('audience') === 'customers' ? 'customers' : 'staff'
  return {
    id: record.id,
    name: String(form.value('name') ?? ''),
    audience,
    rules,
    seesRules: seen !== undefined,
    tests,
    isSystem,
    canChangeRules: !isSystem && form.canChange('rules'),
    canChangeTests: !isSystem && form.canChange('tests'),
    errorsOf: form.errorsAt,
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
