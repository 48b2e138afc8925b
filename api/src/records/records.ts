import { demand } from '../access/access.ts'
import { system } from '../access/person.ts'
import { rowsOf } from '../access/rows.ts'
import { pageSql, readPage } from '../store/read/page.ts'
import { all } from '../store/sql/condition.ts'
import type { WriteScope } from '../store/types.ts'
import { insert } from './create.ts'
import { projectionOf } from './list.ts'
import type { Asking } from './panel.ts'
import { demandAfter } from './permitted.ts'
import { parseListQuery } from './query.ts'
import { type View, view } from './read.ts'
import { erase } from './remove.ts'
import { fieldsOf, ownValues } from './save.ts'
import type { Values } from './settle.ts'
import { change, currentVersion } from './update.ts'
import { withVirtuals } from './virtuals.ts'

/** Records as an action's `run` sees them; `define/action.ts` gives the types it is called with. */
export interface UntypedRecords {
  read(id: number): Promise<View>
  list(query?: Record<string, string>): Promise<View[]>
  create(values: Values): Promise<View>
  update(id: number, values: Values): Promise<View>
  remove(id: number): Promise<void>
  asSystem(reason: string): UntypedRecords
}

/** The records of a resource inside the transaction of an action, with the rights of its person. */
export function recordsOf(from: Asking, name: string, scope: WriteScope): UntypedRecords {
  const resource = from.panel.resources[name]
  if (!resource) throw new Error(`There is no resource "${name}".`)
  const asking: Asking = { ...from, resource }
  const { panel, person } = asking
  return {
    read: (id) => view(asking, id, scope),
    async list(query = {}) {
      demand(person, 'read', resource)
      const { fields, where, ...page } = await parseListQuery(asking, query)
      const request = {
        ...projectionOf(asking, fields),
        ...page,
        after: undefined,
        where: all([rowsOf(person, 'read', resource), where]),
      }
      const { rows } = await readPage(scope, pageSql(panel.database.engine, request))
      return JSON.parse(withVirtuals(resource, fields, rows))
    },
    async create(values) {
      demand(person, 'create', resource)
      const id = await insert(asking, await ownValues(resource, values), scope)
      await demandAfter(asking, { id, action: 'create', fields: fieldsOf(resource, values), reader: scope })
      return view(asking, id, scope)
    },
    async update(id, values) {
      demand(person, 'update', resource)
      const fields = fieldsOf(resource, values)
      const before = await currentVersion(asking, { id, action: 'update', fields, expected: '*', scope })
      await change(asking, { before, values: await ownValues(resource, values), scope, judged: false })
      await demandAfter(asking, { id, action: 'update', fields, reader: scope })
      return view(asking, id, scope)
    },
    async remove(id) {
      demand(person, 'delete', resource)
      await currentVersion(asking, { id, action: 'delete', expected: '*', scope })
      await erase(asking, id, scope)
    },
    asSystem: () => recordsOf({ ...from, person: system }, name, scope),
  }
}
