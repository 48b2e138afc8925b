import fc from 'fast-check'
import { expect } from 'vitest'
import { refused } from '../../rows.ts'
import { isNever, may } from '../oracle/rights.ts'
import { settable } from '../oracle/view.ts'
import type { Row, Scene, Who } from '../oracle/world.ts'
import { valuesOf } from '../random/conditions.ts'
import { people } from '../random/rules.ts'
import type { Stage } from './stage.ts'

const subject = 'animal'

/**
 * A change is made where the record is seen and open to it before, each field that is named too, and both still after it; in every
 * other case it is refused, and not one row of the database is another. Gives how many changes were made.
 */
export async function changesWhatTheRulesAllow(stage: Stage, numRuns: number): Promise<number> {
  let made = 0
  const rows = stage.world[subject] ?? []
  await fc.assert(
    fc.asyncProperty(
      people(stage, stage.identity),
      fc.constantFrom(...rows),
      changes(stage),
      async (who, row, body) => {
        await stage.become(who)
        const expected = expectedStatus(stage.sceneOf(who), { who, row, body })
        const send = () => stage.client.update(subject, { id: row.id, version: 0 }, body, '*')
        const { status, text } = await (expected === 200 ? send() : refused(stage.opened, send))
        expect({ body, id: row.id, status, text }).toEqual({ body, id: row.id, status: expected, text })
        if (expected !== 200) return
        made += 1
        await stage.restore()
      },
    ),
    { numRuns },
  )
  return made
}

const unpointing = ['belongsTo', 'manyToMany', 'multiSelect']

/** Up to three fields with values that occur, and now and then a key that nobody may write. */
function changes(stage: Stage): fc.Arbitrary<Record<string, unknown>> {
  const resource = stage.resources[subject]
  const names = resource
    ? settable(resource).filter((name) => !unpointing.includes(resource.fields[name]?.kind ?? ''))
    : []
  const entries = names.map((name) => {
    const value = fc.constantFrom(...valuesOf(stage, subject, name))
    return fc.tuple(fc.constant(name), name === 'name' ? value : fc.oneof(value, fc.constant(null)))
  })
  const forbidden = fc
    .constantFrom('id', 'version', 'createdAt', 'washes', 'hunter', 'constructor', 'nothing')
    .map((name): [string, unknown] => [name, 1])
  return fc
    .uniqueArray(fc.oneof({ weight: 30, arbitrary: fc.oneof(...entries) }, { weight: 1, arbitrary: forbidden }), {
      minLength: 1,
      maxLength: 3,
      selector: ([name]) => name,
    })
    .map((some) => Object.fromEntries(some))
}

interface Asked {
  who: Who
  row: Row
  body: Record<string, unknown>
}

function expectedStatus(scene: Scene, { who, row, body }: Asked): 200 | 403 | 404 {
  const resource = scene.resources[subject]
  const fields = Object.keys(body)
  const known = resource ? settable(resource) : []
  if (fields.some((name) => !known.includes(name))) return 403
  // Where rules alone refuse, nobody is told of a record: whether they see it does not matter.
  if ([undefined, ...fields].some((field) => isNever(who, { action: 'update', subject, field }))) return 403
  if (!may(scene, { action: 'read', subject, row })) return 404
  const allowed = (image: Row, after: boolean) =>
    [undefined, ...fields].every((field) => may(scene, { action: 'update', subject, row: image, field, after }))
  const image = changed(row, body)
  const then = {
    ...scene,
    world: { ...scene.world, [subject]: (scene.world[subject] ?? []).map((one) => (one.id === row.id ? image : one)) },
  }
  const stays = [undefined, ...fields].every((field) =>
    may(then, { action: 'update', subject, row: image, field, after: true }),
  )
  return allowed(row, false) && stays ? 200 : 403
}

/** The record with the change, and with what is computed from it. */
function changed(row: Row, body: Record<string, unknown>): Row {
  const { diet, ...image }: Row = { ...row, ...body, id: row.id }
  return { ...image, diet, hunter: diet === 'meat' || diet === 'all' }
}
