import { joinParameter, maxPageSize, treeOperators } from '../../contract/operators.ts'
import type { Action } from '../../define/action.ts'
import { baseFieldDefinitions } from '../../define/base-fields.ts'
import type { Field } from '../../define/field.ts'
import type { Resource, Resources } from '../../define/resource.ts'
import { sentence } from '../labels.ts'
import { actionBody, createBody, recordShape, savedShape, updateBody } from '../validators.ts'
import { actionPaths } from './actions.ts'
import { filePaths } from './files.ts'
import { historyPaths } from './history.ts'
import { idParameter, ifMatchParameter, operation, type Paths, query } from './operations.ts'
import { capital, type JsonSchema, jsonSchema, reference, schemaName } from './schemas.ts'
import { only, type Seen } from './seen.ts'

const total = {
  'X-Total-Count': { type: 'integer' },
  'X-Total-Capped': { type: 'string', enum: ['true'] },
  'X-Total-Estimated': { type: 'string', enum: ['true'] },
  'X-Next-Cursor': { type: 'string' },
  ETag: { type: 'string' },
}

const etag = { ETag: { type: 'string' } }

/** The schemas of a resource: `Customer`, `CustomerCreate`, `CustomerUpdate`, and one per action with an input. */
export function resourceSchemas({ resource, read, create, update, actions }: Seen): Record<string, JsonSchema> {
  const name = schemaName(resource)
  return {
    [name]: jsonSchema(recordShape(only(resource, read)), 'output'),
    [`${name}Saved`]: jsonSchema(savedShape(only(resource, read)), 'output'),
    ...(create.length > 0 && { [`${name}Create`]: jsonSchema(createBody(only(resource, create)), 'input') }),
    ...(update.length > 0 && { [`${name}Update`]: jsonSchema(updateBody(only(resource, update)), 'input') }),
    ...Object.fromEntries(
      actionsOf(resource, actions).map(([action, { input }]) => [
        `${name}${capital(action)}`,
        jsonSchema(actionBody(input), 'input'),
      ]),
    ),
  }
}

/** The addresses of a resource as `http/resources` answers them. */
export function resourcePaths(resources: Resources, seen: Seen): Paths {
  const { resource } = seen
  const name = schemaName(resource)
  const tag = resource.path
  const one = reference(name)
  const saved = reference(`${name}Saved`)
  const words = sentence(resource.name).toLowerCase()
  const filters = filterParameters(resources, seen)
  return {
    [`/api/${resource.path}`]: {
      get: operation({
        operationId: `list${capital(resource.path)}`,
        summary: `List: ${words}`,
        tag,
        parameters: [...pageParameters, ...filters],
        answers: {
          200: { description: 'A page of records', schema: { type: 'array', items: one }, headers: total },
          304: { description: 'Nothing changed', schema: null },
        },
      }),
      ...(seen.create.length > 0 && {
        post: operation({
          operationId: `create${name}`,
          summary: `Create: ${words}`,
          tag,
          body: reference(`${name}Create`),
          answers: { 201: { description: 'The new record', schema: saved, headers: etag } },
          problems: [409],
        }),
      }),
    },
    [`/api/${resource.path}/lookup`]: {
      get: operation({
        operationId: `lookup${capital(resource.path)}`,
        summary: `Look up by name: ${words}`,
        tag,
        parameters: [...partParameters, query('ids', { type: 'string' }, 'Ids with commas between them.'), ...filters],
        answers: {
          200: {
            description: 'Ids and titles',
            schema: { type: 'array', items: choice },
            headers: { 'X-Total-Count': { type: 'integer' } },
          },
        },
      }),
    },
    [`/api/${resource.path}/{id}`]: {
      get: operation({
        operationId: `read${name}`,
        summary: `Read: ${words}`,
        tag,
        parameters: [idParameter],
        answers: { 200: { description: 'The record', schema: one, headers: etag } },
        problems: [404],
      }),
      ...(seen.update.length > 0 && {
        patch: operation({
          operationId: `update${name}`,
          summary: `Change: ${words}`,
          tag,
          parameters: [idParameter, ifMatchParameter],
          body: reference(`${name}Update`),
          answers: { 200: { description: 'The changed record', schema: saved, headers: etag } },
          problems: [404, 409, 412, 428],
        }),
      }),
      ...(seen.delete && {
        delete: operation({
          operationId: `delete${name}`,
          summary: `Delete: ${words}`,
          tag,
          parameters: [idParameter, ifMatchParameter],
          answers: { 204: { description: 'Deleted', schema: null } },
          problems: [404, 409, 412, 428],
        }),
      }),
    },
    ...historyPaths(seen),
    ...filePaths(seen),
    ...actionPaths(resource, actionsOf(resource, seen.actions)),
  }
}

const choice = {
  type: 'object',
  required: ['id', 'title'],
  properties: { id: { type: 'integer' }, title: { type: 'string' }, path: { type: 'string' } },
  additionalProperties: false,
}

/** What a list and a look-up both take. */
const partParameters = [
  query('_start', { type: 'integer', minimum: 0 }, 'The first row, from 0.'),
  query('_end', { type: 'integer', minimum: 1 }, `The row after the last; at most ${maxPageSize} rows a page.`),
  query('_sort', { type: 'string' }, 'Fields with commas between them.'),
  query('_order', { type: 'string' }, '`asc` or `desc`, one for each field of `_sort`.'),
  query('q', { type: 'string', maxLength: 200 }, 'What the search box takes.'),
]

const pageParameters = [
  ...partParameters,
  query('_fields', { type: 'string' }, 'Only these fields, with commas between them.'),
  query('_after', { type: 'string' }, 'The `X-Next-Cursor` of the page before; `_start` does not count then.'),
]

function actionsOf({ actions }: Resource, names: readonly string[]): [string, Action][] {
  return Object.entries(actions).filter(([name]) => names.includes(name))
}

function filterParameters(resources: Resources, { resource, read }: Seen): JsonSchema[] {
  const readable = Object.entries({ ...resource.fields, ...baseFieldDefinitions }).filter(
    ([name]) => name === 'id' || read.includes(name),
  )
  return readable.flatMap(([name, field]) =>
    operatorsOf(resources, resource, { name, field }).map((operator) =>
      query(joinParameter(name, operator), reference('Filter')),
    ),
  )
}

function operatorsOf(resources: Resources, resource: Resource, { name, field }: { name: string; field: Field }) {
  const tree = name === 'id' ? resource : resources[field.format.resource ?? '']
  return field.operators.filter((operator) => !treeOperators.includes(operator) || tree?.tree !== undefined)
}
