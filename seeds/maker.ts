import { system } from '../api/src/access/person.ts'
import { createBody } from '../api/src/derive/validators.ts'
import { insert } from '../api/src/records/create.ts'
import type { Panel } from '../api/src/records/panel.ts'
import { withHashes } from '../api/src/records/save.ts'
import type { WriteScope } from '../api/src/store/types.ts'

/** Makes one record and gives its id; `stored` are values in the form in which they lie in the database. */
export type Make = (body: Record<string, unknown>, stored?: Record<string, unknown>) => Promise<number>

/** Makes records of a resource as nobody in particular, each judged like one of a person. */
export function maker(panel: Panel, name: string, scope: WriteScope): Make {
  const resource = panel.resources[name]
  if (!resource) throw new Error(`There is no resource "${name}".`)
  const schema = createBody(resource)
  return async (body, stored = {}) => {
    const values = { ...(await withHashes(resource, schema.parse(body))), ...stored }
    return insert({ panel, person: system, resource, language: 'pt-BR' }, values, scope)
  }
}
