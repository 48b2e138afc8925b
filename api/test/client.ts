import type { Hono } from 'hono'
import type { Resources } from '../src/define/resource.ts'
import type { Env } from '../src/http/env.ts'
import { fileFor, formOf, type SentFile } from './files.ts'

/** An answer with its body read. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The body as JSON; undefined for none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests compare it with what they expect
  body: any
}

/** A record as the API gave it, with what tests do to it. */
export interface Made {
  id: number
  version: number
  [field: string]: unknown
}

interface Sent {
  body?: unknown
  headers?: Record<string, string>
}

/** Somebody who talks to the app through HTTP alone. */
export class Client {
  readonly #app: Pick<Hono<Env>, 'request'>
  readonly #resources: Resources
  readonly #cookie: string | undefined
  #serial = 0
  /** Looks at every answer before the test does. */
  watch?: (method: string, path: string, answer: Answer) => void

  constructor(app: Pick<Hono<Env>, 'request'>, resources: Resources, cookie?: string) {
    this.#app = app
    this.#resources = resources
    this.#cookie = cookie
  }

  /** Sends a request as a page of the panel would; headers given here go before those. A text or a form is sent as it is. */
  async send(method: string, path: string, { body, headers }: Sent = {}): Promise<Answer> {
    // Packed here: a form that is read only in part breaks the streams of Node 20.
    const form = body instanceof FormData ? new Response(body) : undefined
    const answer = await this.#app.request(path, {
      method,
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        ...(this.#cookie && { Cookie: this.#cookie }),
        ...(body !== undefined && { 'Content-Type': form?.headers.get('Content-Type') ?? 'application/json' }),
        ...headers,
      },
      body: form ? await form.arrayBuffer() : typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await textOf(answer)
    const isJson = /json/.test(answer.headers.get('Content-Type') ?? '')
    const { status, headers: answered } = answer
    const whole = { status, headers: answered, text, body: isJson && text ? JSON.parse(text) : undefined }
    this.watch?.(method, path, whole)
    return whole
  }

  list(resource: string, query = ''): Promise<Answer> {
    return this.send('GET', `${this.#path(resource)}${query && `?${query}`}`)
  }

  read(resource: string, id: number | string): Promise<Answer> {
    return this.send('GET', `${this.#path(resource)}/${id}`)
  }

  create(resource: string, body: unknown): Promise<Answer> {
    return this.send('POST', this.#path(resource), { body })
  }

  /** Changes the version of the record that is given; another one where `ifMatch` says so. */
  update(
    resource: string,
    record: Pick<Made, 'id' | 'version'>,
    body: unknown,
    ifMatch = `"${record.version}"`,
  ): Promise<Answer> {
    return this.send('PATCH', `${this.#path(resource)}/${record.id}`, { body, headers: { 'If-Match': ifMatch } })
  }

  remove(resource: string, record: Pick<Made, 'id' | 'version'>, ifMatch = `"${record.version}"`): Promise<Answer> {
    return this.send('DELETE', `${this.#path(resource)}/${record.id}`, { headers: { 'If-Match': ifMatch } })
  }

  /** Ids and titles, as a picker asks for them. */
  lookup(resource: string, query = ''): Promise<Answer> {
    return this.send('GET', `${this.#path(resource)}/lookup${query && `?${query}`}`)
  }

  /** The ids that a list holds, in its order; fails when it is refused. */
  async ids(resource: string, query = ''): Promise<number[]> {
    const answer = await this.list(resource, query)
    if (answer.status !== 200) throw new Error(`The list was refused: ${answer.text}`)
    return answer.body.map(({ id }: Made) => id)
  }

  /** Runs an action on many records, or on the whole resource where there are none. */
  bulk(resource: string, action: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', `${this.#path(resource)}/actions/${action}`, { body, headers })
  }

  act(resource: string, record: Pick<Made, 'id' | 'version'>, action: string, body: unknown = {}): Promise<Answer> {
    return this.send('POST', `${this.#path(resource)}/${record.id}/actions/${action}`, {
      body,
      headers: { 'If-Match': `"${record.version}"` },
    })
  }

  /** Uploads a file for a field of a resource. */
  upload(resource: string, field: string, file: SentFile): Promise<Answer> {
    return this.send('POST', `${this.#path(resource)}/files/${field}`, { body: formOf(file) })
  }

  /** Makes a record with what it needs filled in, and gives it; fails when it is refused. */
  async make(resource: string, values: Record<string, unknown> = {}): Promise<Made> {
    const answer = await this.create(resource, { ...(await this.#needed(resource, values)), ...values })
    if (answer.status !== 201) throw new Error(`${resource} was refused: ${answer.text}`)
    return answer.body
  }

  async #needed(resource: string, given: Record<string, unknown>): Promise<Record<string, unknown>> {
    this.#serial += 1
    const needed: Record<string, unknown> = {}
    const { fields = {}, anyOf = [] } = this.#resources[resource] ?? {}
    const missing = anyOf.filter((names) => !names.some((name) => name in given))
    for (const name of missing.flatMap((names) => names.filter((one) => fields[one]?.kind === 'email')))
      needed[name] = `pessoa${this.#serial}@exemplo.com.br`
    for (const [name, { kind, options, format }] of Object.entries(fields)) {
      if (name in given || !options.required || options.default !== undefined || options.visibleWhen) continue
      if (options.readOnly) continue
      if (kind === 'belongsTo') needed[name] = (await this.make(format.resource ?? '')).id
      else if (kind === 'email') needed[name] = `pessoa${this.#serial}@exemplo.com.br`
      else if (kind === 'file' || kind === 'image')
        needed[name] = (await this.upload(resource, name, fileFor(format.accept))).body.id
      else if (kind === 'password')
        Object.assign(needed, { [name]: 'correto cavalo', [`${name}Confirmation`]: 'correto cavalo' })
      else needed[name] = `Nome ${this.#serial}`
    }
    return needed
  }

  #path(resource: string): string {
    return `/api/${this.#resources[resource]?.path}`
  }
}

/** The whole body; of an answer without an end only that it began. */
async function textOf(answer: Response): Promise<string> {
  if (answer.headers.get('Content-Type') !== 'text/event-stream') return answer.text()
  await answer.body?.cancel()
  return ''
}
