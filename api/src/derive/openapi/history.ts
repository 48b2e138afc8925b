import { sentence } from '../labels.ts'
import { idParameter, operation, type Paths, query } from './operations.ts'
import { type JsonSchema, schemaName } from './schemas.ts'
import type { Seen } from './seen.ts'

const text = { type: 'string' }

const change: JsonSchema = {
  type: 'object',
  required: ['field'],
  properties: { field: text, before: {}, after: {}, secret: { type: 'boolean', enum: [true] } },
  additionalProperties: false,
}

const entry: JsonSchema = {
  type: 'object',
  required: ['id', 'at', 'by', 'action', 'label', 'version', 'changes'],
  properties: {
    id: { type: 'integer' },
    at: { type: 'string', format: 'date-time' },
    by: {
      type: ['object', 'null'],
      required: ['id'],
      properties: { id: { type: 'integer' }, name: text },
      additionalProperties: false,
    },
    action: text,
    label: text,
    cause: text,
    note: text,
    version: { type: 'integer' },
    erased: { type: 'boolean', enum: [true] },
    changes: { type: 'array', items: change },
  },
  additionalProperties: false,
}

/** What happened to a record, and what of it is shown whole for a reason. */
export function historyPaths({ resource, read }: Seen): Paths {
  const name = schemaName(resource)
  const words = sentence(resource.name).toLowerCase()
  const masked = read.filter((field) => resource.fields[field]?.options.masked)
  return {
    [`/api/${resource.path}/{id}/history`]: {
      get: operation({
        operationId: `history${name}`,
        summary: `What happened to it: ${words}`,
        tag: resource.path,
        parameters: [
          idParameter,
          query('_start', { type: 'integer', minimum: 0 }, 'The first entry, from 0; the latest comes first.'),
          query('_end', { type: 'integer', minimum: 1 }, 'The entry after the last.'),
        ],
        answers: {
          200: {
            description: 'What happened, the latest first',
            schema: { type: 'array', items: entry },
            headers: { 'X-Total-Count': { type: 'integer' } },
          },
        },
        problems: [404],
      }),
    },
    ...(masked.length > 0 && {
      [`/api/${resource.path}/{id}/reveal`]: {
        post: operation({
          operationId: `reveal${name}`,
          summary: `Show a masked value whole: ${words}`,
          tag: resource.path,
          parameters: [idParameter],
          body: {
            type: 'object',
            required: ['field', 'reason'],
            properties: {
              field: { type: 'string', enum: masked },
              reason: { type: 'string', minLength: 5, maxLength: 500 },
            },
            additionalProperties: false,
          },
          answers: {
            200: {
              description: 'The value',
              schema: {
                type: 'object',
                required: ['field', 'value'],
                properties: { field: text, value: { type: ['string', 'null'] } },
                additionalProperties: false,
              },
            },
          },
          problems: [404],
        }),
      },
    }),
  }
}
