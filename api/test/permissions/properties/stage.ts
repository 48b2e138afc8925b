import { onTestFinished } from 'vitest'
import type { Resources } from '../../../src/define/resource.ts'
import type { Database, WriteScope } from '../../../src/store/types.ts'
import type { Made } from '../../client.ts'
import type { Seen, SeenAccess } from '../oracle/view.ts'
import { readable, settable } from '../oracle/view.ts'
import type { Scene, Who, World } from '../oracle/world.ts'
import { parkPanel, parkResources } from '../park.ts'
import type { Ground } from '../random/conditions.ts'
import { fillPark, readWorld } from '../random/data.ts'
import { subjects } from '../random/rules.ts'
import { type StandIn, standIn } from '../stand-in.ts'

/** A park filled by chance, and somebody in it who can be anybody. */
export interface Stage extends Ground, StandIn {
  readonly opened: Awaited<ReturnType<typeof parkPanel>>
  /** Everything there is, as it is now. */
  worldNow(): Promise<World>
  sceneOf(who: Who, world?: World): Scene
  /** Puts every animal back to how it was, and the version of everything. */
  restore(): Promise<void>
}

const resources: Resources = parkResources

/** Sets a stage. The same seed gives the same park. */
export async function setStage(seed: number): Promise<Stage> {
  const opened = await parkPanel()
  const { administrator, database } = opened
  await fillPark(administrator, seed)
  await database.write(unversion)
  await keep(database)
  const worldNow = () => readWorld(administrator, [...subjects, 'user'])
  const world = await worldNow()
  return {
    opened,
    resources,
    world,
    worldNow,
    ...(await standIn(database, await opened.as('nobody'))),
    restore: () => restoreFrom(database),
    sceneOf: (who, now = world) => ({ resources, world: now, who }),
  }
}

const changing = ['animals', 'animals_friends']

/** Beside each table that changes its rows as they are now, in one that nothing else knows of. */
async function keep(database: Database): Promise<void> {
  await database.write(async (scope) => {
    for (const table of changing) await scope.run(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`)
  })
  onTestFinished(async () => {
    for (const table of changing) await database.sequelize.query(`DROP TABLE kept_${table}`)
  })
}

function restoreFrom(database: Database): Promise<void> {
  return database.write(async (scope) => {
    for (const table of changing.toReversed()) await scope.run(`DELETE FROM ${table}`)
    for (const table of changing) {
      await scope.run(`INSERT INTO ${table} SELECT * FROM kept_${table}`)
      scope.changed(table)
    }
    await unversion(scope)
  })
}

/** As if no record had been changed since it was made. */
async function unversion(scope: WriteScope): Promise<void> {
  for (const name of subjects) {
    const table = resources[name]?.table ?? name
    await scope.run(`UPDATE ${table} SET version = 1, updated_at = created_at`)
    scope.changed(table)
  }
}

/** The record of an answer in the form of the view that it is held against. */
export function asSeen({ resources }: Ground, subject: string, { _access, ...row }: Made): Seen {
  const resource = resources[subject]
  if (!resource) throw new Error(`There is no ${subject}.`)
  const { update, delete: remove, actions, fields } = _access as WireAccess // what every record carries
  const shown = readable(resource).filter((name) => !fields.hidden.includes(name))
  const access: SeenAccess = {
    update,
    delete: remove,
    actions: actions.toSorted(),
    hidden: fields.hidden.toSorted(),
    editable: update
      ? settable(resource).filter((name) => shown.includes(name) && !fields.readonly.includes(name))
      : [],
  }
  return { ...row, version: row.version, access }
}

interface WireAccess {
  update: boolean
  delete: boolean
  actions: string[]
  fields: { hidden: string[]; readonly: string[] }
}
