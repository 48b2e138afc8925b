import type { Resources } from '../../../src/define/resource.ts'
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
}

const resources: Resources = parkResources

/** Sets a stage. The same seed gives the same park. */
export async function setStage(seed: number): Promise<Stage> {
  const opened = await parkPanel()
  const { administrator, database } = opened
  await fillPark(administrator, seed)
  await database.write(async (scope) => {
    for (const name of subjects) {
      const table = resources[name]?.table ?? name
      await scope.run(`UPDATE ${table} SET version = 1, updated_at = created_at`)
      scope.changed(table)
    }
  })
  const worldNow = () => readWorld(administrator, [...subjects, 'user'])
  const world = await worldNow()
  return {
    opened,
    resources,
    world,
    worldNow,
    ...(await standIn(database, await opened.as('nobody'))),
    sceneOf: (who, now = world) => ({ resources, world: now, who }),
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
