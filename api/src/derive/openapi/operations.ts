import { maxId } from '../../define/record-id.ts'
import { type JsonSchema, reference } from './schemas.ts'

export type Method = 'get' | 'post' | 'patch' | 'delete'

export interface Operation {
  operationId: string
  summary: string
  tags: string[]
  parameters?: JsonSchema[]
  requestBody?: JsonSchema
  responses: Record<string, JsonSchema>
  security?: JsonSchema[]
}

/** Paths as OpenAPI spells them -> method -> operation. */
export type Paths = Record<string, Partial<Record<Method, Operation>>>

interface Described {
  operationId: string
  summary: string
  tag: string
  parameters?: JsonSchema[]
  /** Schema of the JSON body; left out, there is none. */
  body?: JsonSchema
  /** Of the body; JSON when left out. */
  bodyType?: string
  /** Status -> what it answers with; `null` for no body. */
  answers: Record<number, Answered>
  /** Statuses of refusals beside those that any request may get. */
  problems?: number[]
  /** Whether it needs a session; it does when left out. */
  open?: true
  /** Whether the values of its body are judged by field (422); they are when left out. */
  judges?: boolean
}

interface Answered {
  description: string
  schema: JsonSchema | null
  headers?: Record<string, JsonSchema>
  /** JSON when left out; one, or any of several. */
  mediaType?: string | readonly string[]
}

/** Statuses of refusals by what they mean. */
const meanings: Record<number, string> = {
  400: 'Malformed request',
  401: 'No session',
  403: 'Not allowed',
  404: 'No such record, or nothing that may be seen there',
  405: 'Method not allowed',
  409: 'Conflict with another record',
  412: 'Changed meanwhile; the record as it is now stands in `current`',
  413: 'Body too large',
  415: 'Not of the media type that is taken',
  422: 'Invalid values, by field in `errors`',
  428: 'If-Match missing',
  429: 'Too many attempts',
  503: 'Not ready',
}

/** One operation with everything a reader of the document needs. */
export function operation({
  operationId,
  summary,
  tag,
  parameters,
  body,
  bodyType = 'application/json',
  answers,
  problems = [],
  open,
  judges = true,
}: Described): Operation {
  const refused = [
    ...new Set([400, ...(open ? [] : [401, 403]), ...(body ? [413, 415, ...(judges ? [422] : [])] : []), ...problems]),
  ].sort()
  return {
    operationId,
    summary,
    tags: [tag],
    ...(parameters && { parameters }),
    ...(body && { requestBody: { required: true, content: { [bodyType]: { schema: body } } } }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)])),
      ...Object.fromEntries(refused.map((status) => [String(status), problem(status)])),
    },
    ...(open && { security: [] }),
  }
}

function answerOf({ description, schema, headers, mediaType = 'application/json' }: Answered): JsonSchema {
  return {
    description,
    ...(headers && {
      headers: Object.fromEntries(Object.entries(headers).map(([name, header]) => [name, { schema: header }])),
    }),
    ...(schema && { content: Object.fromEntries([mediaType].flat().map((type) => [type, { schema }])) }),
  }
}

function problem(status: number): JsonSchema {
  return {
    description: meanings[status] ?? 'Refused',
    content: { 'application/problem+json': { schema: reference('Problem') } },
  }
}

/** A parameter of the query. */
export function query(name: string, schema: JsonSchema, description?: string): JsonSchema {
  return { in: 'query', name, schema, ...(description !== undefined && { description }) }
}

export const idSchema: JsonSchema = { type: 'integer', minimum: 1, maximum: maxId }

export const idParameter: JsonSchema = { in: 'path', name: 'id', required: true, schema: idSchema }

/** A part of the path that is one of a few words. */
export function pathParameter(name: string, words: readonly string[]): JsonSchema {
  return { in: 'path', name, required: true, schema: { type: 'string', enum: [...words] } }
}

export const ifMatchParameter: JsonSchema = {
  in: 'header',
  name: 'If-Match',
  required: true,
  schema: { type: 'string' },
  description: 'The version that was read, in quotes, or `*` to overwrite.',
}
