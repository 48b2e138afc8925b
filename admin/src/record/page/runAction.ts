import type { ActionMeta, ResourceMeta } from '@ficha/api/contract'
import { callApi } from '../../providers/api.ts'
import type { Row, Values } from './row.ts'

/** A record and the version of it that was read. */
export interface Target {
  id: number
  version: number
}

export interface ActionAnswer {
  message: string
  /** The record as the action left it, where it ran on one. */
  record?: Row
}

interface Run {
  resource: ResourceMeta
  action: ActionMeta
  targets: readonly Target[]
  input: Values
}

/** Runs an action on one record, on several at once (all or nothing), or on the resource itself. @throws ApiError when it is refused. */
export async function runAction({
  resource: { path },
  action: { name, on },
  targets,
  input,
}: Run): Promise<ActionAnswer> {
  const [first, ...others] = targets
  if (first && others.length === 0 && on.includes('record')) {
    const { body } = await callApi<ActionAnswer>('POST', `/${path}/${first.id}/actions/${name}`, {
      body: input,
      ifMatch: first.version,
    })
    return body
  }
  const body = first ? { records: targets, input } : { input }
  return (await callApi<ActionAnswer>('POST', `/${path}/actions/${name}`, { body })).body
}
