import type { Values } from '../record/page/row.ts'
import { everyAction, everySubject } from './model/matrixModel.ts'
import type { DraftRule } from './model/ruleEdits.ts'

/** What members of the system group may do, as a rule would say it. */
const everything: readonly DraftRule[] = [{ actions: [everyAction], subject: everySubject }]

/** The rules of a group, as it was read or as a form holds it, as they count: of the system group, whose stored rules say nothing, one that allows everything. Undefined where its reader may not see them. */
export function rulesIn({ system, rules }: Values): readonly DraftRule[] | undefined {
  if (system === true) return everything
  return Array.isArray(rules) ? rules : undefined
}
