import type { ActionAnswer, ActionMeta, ResourceMeta } from '@ficha/api/contract'
import { callApi } from '../../providers/api.ts'
import { rememberAccess } from '../../providers/recordAccess.ts'
import type { Row, Values } from './row.ts'

/** A record and the version of it that was read. */
export interface Target {
  id: number
  version: number
}

interface Run {
  resource: ResourceMeta
  action: ActionMeta
  targets: readonly Target[]
  input: Values
}

/** Runs an action on one record, on several at once (all or nothing), or on the resource itself. @throws ApiError when it is refused. */
export async function runAction(run: Run): Promise<ActionAnswer<Row>> {
  const { body } = await send(run)
  rememberAccess(run.resource.name, body.record)
  rememberAccess(run.resource.name, body.records)
  return body
}

function send({ resource: { path }, action: { name, on }, targets, input }: Run) {
  const [first, ...others] = targets
  if (first && others.length === 0 && on.includes('record')) {
    const address = `/${path}/${first.id}/actions/${name}`
    return callApi<ActionAnswer<Row>>('POST', address, { body: input, ifMatch: first.version })
  }
  const body = first ? { records: targets, input } : { input }
  return callApi<ActionAnswer<Row>>('POST', `/${path}/actions/${name}`, { body })
}
