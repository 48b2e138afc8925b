import type { Action } from '../../define/action.ts'
import type { Resource } from '../../define/resource.ts'
import { Labels } from '../labels.ts'
import { actionBody, manyBody } from '../validators.ts'
import { idParameter, ifMatchParameter, operation, type Paths } from './operations.ts'
import { capital, type JsonSchema, jsonSchema, reference, schemaName } from './schemas.ts'

const problems = [404, 409, 412, 428]

/** The addresses of a resource's actions: on one record, and on many or on the whole. */
export function actionPaths(resource: Resource, actions: readonly [string, Action][]): Paths {
  return Object.assign({}, ...actions.map(([name, action]) => pathsOf(resource, name, action)))
}

function pathsOf(resource: Resource, action: string, { on, input, label }: Action): Paths {
  const name = schemaName(resource)
  const common = { summary: new Labels('en').action(resource.name, action, label), tag: resource.path, problems }
  const one = operation({
    ...common,
    operationId: `${action}${name}`,
    parameters: [idParameter, ifMatchParameter],
    body: reference(`${name}${capital(action)}`),
    answers: done({ record: reference(name) }),
  })
  const many = operation({
    ...common,
    operationId: `${action}${capital(resource.path)}`,
    ...(on.includes('bulk') && { parameters: [{ ...ifMatchParameter, required: false }] }),
    body: jsonSchema(manyBody({ on }, actionBody(input)), 'input'),
    answers: done(on.includes('bulk') ? { records: { type: 'array', items: reference(name) } } : {}),
  })
  return {
    ...(on.includes('record') && { [`/api/${resource.path}/{id}/actions/${action}`]: { post: one } }),
    ...((on.includes('bulk') || on.includes('resource')) && {
      [`/api/${resource.path}/actions/${action}`]: { post: many },
    }),
  }
}

/** What it reveals this once. */
const shown = {
  type: 'array',
  items: {
    type: 'object',
    required: ['label', 'text'],
    properties: { label: { type: 'string' }, text: { type: 'string' } },
    additionalProperties: false,
  },
}

/** The records after it, without those that it took away. */
function done(properties: JsonSchema) {
  const schema = {
    type: 'object',
    required: ['message'],
    properties: { message: { type: 'string' }, ...properties, shown },
    additionalProperties: false,
  }
  return { 200: { description: 'Done', schema } }
}
