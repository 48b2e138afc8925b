import fc from 'fast-check'
import { expect } from 'vitest'
import type { Rule } from '../../../src/contract/permissions.ts'
import { may } from '../oracle/rights.ts'
import type { Who } from '../oracle/world.ts'
import { conditionsOn } from '../random/conditions.ts'
import { people, rules, subjects } from '../random/rules.ts'
import { allow } from '../rules.ts'
import type { Stage } from './stage.ts'

/**
 * What the guard lets somebody write into a group gives no member of it, whatever else they hold, anything that the group did not
 * give them before and its editor has not. Gives how often it let something through.
 */
export async function givesNoMoreThanTheEditorHas(stage: Stage, numRuns: number): Promise<number> {
  let accepted = 0
  const { administrator } = stage.opened
  const { id } = await administrator.make('permissionGroup', { name: 'Alvo' })
  const plain = fc.array(rules(stage), { maxLength: 3 })
  const asked = fc.record({ who: people(stage, stage.identity), before: plain }).chain(({ who, before }) =>
    fc.record({
      who: fc.constant(who),
      before: fc.constant(before),
      after: draft(stage, [...before, ...who.groups.flat()]),
    }),
  )
  await fc.assert(
    fc.asyncProperty(asked, async ({ who, before, after }) => {
      const editor = { ...who, groups: [...who.groups, [allow(['read', 'update'], 'permissionGroup')]] }
      await stage.become(editor)
      const written = await administrator.update('permissionGroup', { id, version: 0 }, { rules: before }, '*')
      expect([written.status, written.status === 200 ? '' : written.text]).toEqual([200, ''])
      const { status, text } = await stage.client.update('permissionGroup', { id, version: 0 }, { rules: after }, '*')
      expect([[200, 403, 404].includes(status), text]).toEqual([true, text])
      if (status !== 200) return
      accepted += 1
      expect(gained(stage, { editor, before, after })).toEqual([])
    }),
    { numRuns },
  )
  return accepted
}

/** Rules that stay, some of the editor's own, narrower ones, and others. */
function draft(stage: Stage, known: readonly Rule[]): fc.Arbitrary<Rule[]> {
  if (known.length === 0) return fc.array(rules(stage), { maxLength: 2 })
  const one = fc.constantFrom(...known).map((rule): Rule => ({ ...rule, id: undefined }))
  const narrow = one.chain((rule) => {
    if (rule.subject === 'all') return fc.constant(rule)
    return conditionsOn(stage, rule.subject, 1).map(
      (more): Rule => ({ ...rule, conditions: { $and: [rule.conditions ?? {}, more] } }),
    )
  })
  return fc.array(
    fc.oneof({ weight: 6, arbitrary: one }, { weight: 4, arbitrary: narrow }, { weight: 1, arbitrary: rules(stage) }),
    { maxLength: 3 },
  )
}

interface Change {
  editor: Who
  before: readonly Rule[]
  after: readonly Rule[]
}

/** Only what is made or changed is asked about once more as it has become: a `check` says nothing of other actions. */
function images(action: string): boolean[] {
  return ['create', 'update'].includes(action) ? [false, true] : [false]
}

/** What members of the group can do after the change and could not before, of what its editor cannot do. */
function gained(stage: Stage, { editor, before, after }: Change): string[] {
  const named = [...before, ...after].flatMap(({ fields }) => fields ?? [])
  const fields = [undefined, ...new Set(named)].slice(0, 6)
  const actions = ['read', 'create', 'update', 'delete', 'wash', 'move']
  const brands = [editor.brand, ...(stage.world.brand ?? []).slice(0, 2).map(({ id }) => id), null]
  const members = brands.map((brand) => ({ id: 1, email: 'ana@exemplo.com.br', brand }))
  const found: string[] = []
  for (const member of members)
    for (const base of [[], [allow('manage', 'all')]])
      for (const subject of subjects)
        for (const row of stage.world[subject] ?? [])
          for (const action of actions)
            for (const field of ['read', 'create', 'update'].includes(action) ? fields : [undefined])
              for (const isAfter of images(action)) {
                const can = (who: Who) => may(stage.sceneOf(who), { action, subject, row, field, after: isAfter })
                const has = (some: readonly Rule[]) => can({ ...member, groups: [base, some] })
                if (!has(after) || has(before) || can(editor) || can({ ...member, groups: editor.groups })) continue
                found.push(
                  `${JSON.stringify(member)} ${action} ${subject} ${row.id} ${field ?? ''} ${isAfter ? 'after' : ''}`,
                )
              }
  return found.slice(0, 3)
}
