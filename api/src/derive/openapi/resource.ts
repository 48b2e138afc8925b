import { joinParameter, maxPageSize } from '../../contract/operators.ts'
import { baseFieldDefinitions } from '../../define/base-fields.ts'
import type { Field } from '../../define/field.ts'
import type { Resource, Resources } from '../../define/resource.ts'
import { sentence } from '../labels.ts'
import { actionBody, createBody, recordShape, savedShape, updateBody } from '../validators.ts'
import { idParameter, ifMatchParameter, operation, type Paths, query } from './operations.ts'
import { type JsonSchema, jsonSchema, reference } from './schemas.ts'

const total = {
  'X-Total-Count': { type: 'integer' },
  'X-Total-Capped': { type: 'string', enum: ['true'] },
  'X-Total-Estimated': { type: 'string', enum: ['true'] },
  'X-Next-Cursor': { type: 'string' },
  ETag: { type: 'string' },
}

const etag = { ETag: { type: 'string' } }

/** The schemas of a resource: `Customer`, `CustomerCreate`, `CustomerUpdate`, and one per action with an input. */
export function resourceSchemas(resource: Resource): Record<string, JsonSchema> {
  const name = schemaName(resource)
  return {
    [name]: jsonSchema(recordShape(resource), 'output'),
    [`${name}Saved`]: jsonSchema(savedShape(resource), 'output'),
    [`${name}Create`]: jsonSchema(createBody(resource), 'input'),
    [`${name}Update`]: jsonSchema(updateBody(resource), 'input'),
    ...Object.fromEntries(
      Object.entries(resource.actions).map(([action, { input }]) => [
        `${name}${capital(action)}`,
        jsonSchema(actionBody(input), 'input'),
      ]),
    ),
  }
}

/** The addresses of a resource as `http/resources` answers them. */
export function resourcePaths(resources: Resources, resource: Resource): Paths {
  const name = schemaName(resource)
  const tag = resource.path
  const one = reference(name)
  const saved = reference(`${name}Saved`)
  const words = sentence(resource.name).toLowerCase()
  const filters = filterParameters(resources, resource)
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
      post: operation({
        operationId: `create${name}`,
        summary: `Create: ${words}`,
        tag,
        body: reference(`${name}Create`),
        answers: { 201: { description: 'The new record', schema: saved, headers: etag } },
        problems: [409],
      }),
    },
    [`/api/${resource.path}/lookup`]: {
      get: operation({
        operationId: `lookup${capital(resource.path)}`,
        summary: `Look up by name: ${words}`,
        tag,
        parameters: [...pageParameters, query('ids', { type: 'string' }, 'Ids with commas between them.'), ...filters],
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
      patch: operation({
        operationId: `update${name}`,
        summary: `Change: ${words}`,
        tag,
        parameters: [idParameter, ifMatchParameter],
        body: reference(`${name}Update`),
        answers: { 200: { description: 'The changed record', schema: saved, headers: etag } },
        problems: [404, 409, 412, 428],
      }),
      delete: operation({
        operationId: `delete${name}`,
        summary: `Delete: ${words}`,
        tag,
        parameters: [idParameter, ifMatchParameter],
        answers: { 204: { description: 'Deleted', schema: null } },
        problems: [404, 409, 412, 428],
      }),
    },
    ...actionPaths(resource),
  }
}

function actionPaths(resource: Resource): Paths {
  const paths: Paths = {}
  const name = schemaName(resource)
  for (const [action, { on, label }] of Object.entries(resource.actions)) {
    const input = reference(`${name}${capital(action)}`)
    const described = { summary: label, tag: resource.path, problems: [404, 409, 412, 428] }
    const answer = (properties: JsonSchema) => ({
      200: {
        description: 'Done',
        schema: { type: 'object', required: ['message'], properties: { message: { type: 'string' }, ...properties } },
      },
    })
    if (on.includes('record')) {
      const operationId = `${action}${name}`
      const post = operation({
        ...described,
        operationId,
        parameters: [idParameter, ifMatchParameter],
        body: input,
        answers: answer({ record: reference(name) }),
      })
      paths[`/api/${resource.path}/{id}/actions/${action}`] = { post }
    }
    if (on.includes('bulk') || on.includes('resource')) {
      const records = { type: 'array', minItems: 1, maxItems: maxPageSize, items: target }
      const body = on.includes('bulk')
        ? { type: 'object', required: ['records'], properties: { records, input }, additionalProperties: false }
        : { type: 'object', properties: { input }, additionalProperties: false }
      const post = operation({
        ...described,
        operationId: `${action}${capital(resource.path)}`,
        body,
        answers: answer({ records: { type: 'array', items: reference(name) } }),
      })
      paths[`/api/${resource.path}/actions/${action}`] = { post }
    }
  }
  return paths
}

const target = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer', minimum: 1 }, version: { type: 'integer', minimum: 1 } },
  additionalProperties: false,
}

const choice = {
  type: 'object',
  required: ['id', 'title'],
  properties: { id: { type: 'integer' }, title: { type: 'string' }, path: { type: 'string' } },
  additionalProperties: false,
}

const pageParameters = [
  query('_start', { type: 'integer', minimum: 0 }, 'The first row, from 0.'),
  query('_end', { type: 'integer', minimum: 1 }, `The row after the last; at most ${maxPageSize} rows a page.`),
  query('_sort', { type: 'string' }, 'Fields with commas between them.'),
  query('_order', { type: 'string' }, '`asc` or `desc`, one for each field of `_sort`.'),
  query('_fields', { type: 'string' }, 'Only these fields, with commas between them.'),
  query('_after', { type: 'string' }, 'The `X-Next-Cursor` of the page before.'),
  query('q', { type: 'string', maxLength: 200 }, 'What the search box takes.'),
]

function filterParameters(resources: Resources, resource: Resource): JsonSchema[] {
  return Object.entries({ ...resource.fields, ...baseFieldDefinitions }).flatMap(([name, field]) =>
    operatorsOf(resources, resource, { name, field }).map((operator) =>
      query(joinParameter(name, operator), {
        oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
      }),
    ),
  )
}

function operatorsOf(resources: Resources, resource: Resource, { name, field }: { name: string; field: Field }) {
  const tree = name === 'id' ? resource : resources[field.format.resource ?? '']
  return field.operators.filter((operator) => operator !== 'under' || tree?.tree !== undefined)
}

/** `paymentMethod` -> `PaymentMethod` */
export function schemaName({ name }: Resource): string {
  return capital(name)
}

function capital(text: string): string {
  return text.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())
}
