import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'vitest'
import type { OpenApi } from '../src/derive/openapi/document.ts'
import type { Operation } from '../src/derive/openapi/operations.ts'
import type { Answer } from './client.ts'

/** The documented operation of a request, with its path as the document spells it. */
export interface Found {
  method: string
  path: string
  operation: Operation
}

/** An OpenAPI document as something to hold requests and answers against. */
export class Described {
  readonly #document: OpenApi
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  /** `operationId status` of every answer seen. */
  readonly seen = new Set<string>()

  constructor(document: OpenApi) {
    this.#document = document
    this.#ajv.addSchema({ ...document, $id: 'document' })
  }

  operations(): Found[] {
    return Object.entries(this.#document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
    )
  }

  /** Fails for an answer with a status, a type or a body that the document does not know. */
  readonly watch = (method: string, address: string, { status, headers, body }: Answer): void => {
    const found = this.#find(method, address)
    expect(found, `${method} ${address} is not in the document`).toBeDefined()
    const { operation, path } = found ?? { path: '', operation: undefined }
    this.seen.add(`${operation?.operationId} ${status}`)
    const answer = operation?.responses[status]
    expect(answer, `${method} ${path} answered ${status}, which the document does not know`).toBeDefined()
    const content = Object.entries(answer?.content ?? {})
    const mediaType = headers.get('Content-Type')?.split(';')[0]
    const told = content.some(([type]) => type === mediaType) ? mediaType : content[0]?.[0]
    expect([`${method} ${path} ${status}`, mediaType]).toEqual([`${method} ${path} ${status}`, told])
    if (body === undefined) return
    const errors = this.errors(
      `#/paths/${pointer(path)}/${method.toLowerCase()}/responses/${status}/content/${pointer(mediaType ?? '')}/schema`,
      body,
    )
    expect({ method, path, status, errors }).toEqual({ method, path, status, errors: [] })
  }

  /** What is wrong with a value by a schema of the document. */
  errors(place: string, value: unknown): string[] {
    const validate = this.#ajv.getSchema(`document${place}`) ?? this.#ajv.compile({ $ref: `document${place}` })
    if (validate(value)) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }

  #find(method: string, address: string): Found | undefined {
    const segments = address.replace(/\?.*/, '').split('/')
    const fits = (path: string) => {
      const parts = path.split('/')
      return (
        parts.length === segments.length && parts.every((part, at) => part === segments[at] || part.startsWith('{'))
      )
    }
    return this.operations()
      .filter((found) => found.method === method && fits(found.path))
      .toSorted((one, other) => one.path.split('{').length - other.path.split('{').length)[0]
  }
}

/** A key inside a JSON pointer that stands in an address. */
function pointer(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))
}
