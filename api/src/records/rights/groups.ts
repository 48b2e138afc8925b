import { type RuleBook, symbolicReading } from '../../access/rules/book.ts'
import type { HeldRule } from '../../access/rules/held.ts'
import { heldRules } from '../../access/rules/held-rules.ts'
import { faultsOf, speechOfSubjects } from '../../access/rules/validate.ts'
import { type FieldError, Forbidden, Invalid, textOf } from '../../contract/errors.ts'
import { auditRights } from '../../store/audit.ts'
import type { Group } from '../../store/groups.ts'
import type { Asking } from '../panel.ts'
import { platformOf } from '../platform.ts'
import { demandTests } from './group-tests.ts'
import type { Done, RightsGuard } from './guard.ts'
import type { Rights } from './now.ts'
import { demandHeld } from './within.ts'

/** Around a write of a permission group. Groups for customers grant nothing in the panel: their own rules say who may write them. */
export const groupGuard: RightsGuard = {
  before({ id, rights }) {
    if (id !== undefined && rights.book.groups.get(id)?.system) throw new Forbidden({ code: 'system-group' })
  },

  async after(write) {
    const { asking, id = 0, fields = [], rights, then } = write
    const after = then.book.groups.get(id)
    if (after && fields.some((name) => name === 'rules' || name === 'audience')) demandSound(asking, then, after)
    if (!asking.person.administrator) {
      const before = symbolicRules(rights.book, rights.book.groups.get(id))
      demandHeld(rights, { before, after: symbolicRules(then.book, after) })
    }
    if (after && fields.some((name) => name === 'rules' || name === 'tests')) await demandTests(write, after)
    await audit(write, after)
  },
}

function audit({ asking, scope, id, rights }: Done, after: Group | undefined): Promise<void> {
  const before = id === undefined ? undefined : rights.book.groups.get(id)
  return auditRights(asking.panel.database, scope, {
    actor: asking.person.user.id,
    kind: before ? (after ? 'group-changed' : 'group-deleted') : 'group-created',
    target: { type: 'permissionGroup', id: id ?? null },
    before,
    after,
  })
}

/** @throws Invalid naming each rule and what is wrong with it */
function demandSound({ panel, language }: Asking, { book, speech }: Rights, { audience, rules }: Group): void {
  const faults =
    audience === 'staff'
      ? faultsOf(rules, speech, symbolicReading(book))
      : faultsOf(rules, speechOfSubjects(panel.platform), { ...symbolicReading(book), subjects: platformOf(panel) })
  if (faults.length === 0) return
  throw new Invalid({
    rules: faults.map(({ index, error }): FieldError => {
      return { key: 'rule.in', params: { number: index + 1, text: textOf(error, language) } }
    }),
  })
}

/** What a group gives to whoever is in it. */
export function symbolicRules(book: RuleBook, group: Group | undefined): HeldRule[] {
  return group?.active && group.audience === 'staff' ? heldRules([group], symbolicReading(book)) : []
}
