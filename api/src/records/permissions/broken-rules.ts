import { type RuleBook, readRuleBook } from '../../access/rules/book.ts'
import { faultsOf } from '../../access/rules/validate.ts'
import { partTableName } from '../../derive/columns.ts'
import { auditRights } from '../../store/audit.ts'
import type { Group } from '../../store/groups.ts'
import { instantBind } from '../../store/instants.ts'
import { quoted } from '../../store/sql/text.ts'
import type { WriteScope } from '../../store/types.ts'
import type { Panel } from '../panel.ts'
import { raiseRightsVersion } from '../rights-version.ts'
import { groupsOf } from './asker.ts'
import { languageOf } from './draft.ts'

/** A group with rules that name what there is no longer. */
export interface BrokenGroup {
  readonly group: Pick<Group, 'id' | 'name'>
  /** Their ids: `r_17`. */
  readonly rules: readonly string[]
}

/**
 * Marks the rules that this version of the definitions cannot read, and gives those that were not marked before. The mark stays
 * until the rules of the group are saved anew: a field that comes back under the same name brings no right back.
 */
export async function markBrokenRules(panel: Panel): Promise<BrokenGroup[]> {
  const { database, resources } = panel
  if (brokenGroups(panel, await readRuleBook(database, resources)).length === 0) return []
  return database.write(async (scope) => {
    await raiseRightsVersion(scope)
    const broken = brokenGroups(panel, await readRuleBook(scope, resources))
    for (const one of broken) await mark(panel, scope, one)
    return broken
  })
}

function brokenGroups(panel: Panel, book: RuleBook): BrokenGroup[] {
  return [...book.groups.values()].flatMap(({ id, name, audience, rules }) => {
    const { speech, reading } = languageOf(panel, book, audience)
    const wrong = new Set(faultsOf(rules, speech, reading).map(({ index }) => index))
    const found = rules.flatMap((rule, index) => (wrong.has(index) && rule.status === 'ok' ? (rule.id ?? []) : []))
    return found.length > 0 ? { group: { id, name }, rules: found } : []
  })
}

async function mark(panel: Panel, scope: WriteScope, { group, rules }: BrokenGroup): Promise<void> {
  const resource = groupsOf(panel)
  const table = partTableName(resource, 'rules')
  for (const rule of rules) {
    await scope.run(`UPDATE ${quoted(table)} SET status = 'needs_review' WHERE id = $1`, [Number(rule.slice(2))])
  }
  await scope.run(`UPDATE ${quoted(resource.table)} SET version = version + 1, updated_at = $1 WHERE id = $2`, [
    instantBind(panel.database.engine, Date.now()),
    group.id,
  ])
  scope.changed(table)
  scope.changed(resource.table)
  const target = { type: 'permissionGroup' as const, id: group.id }
  await auditRights(panel.database, scope, { actor: null, kind: 'rules-broken', target, after: { rules } })
}
