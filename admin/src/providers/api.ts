import type { Me, Problem } from '@ficha/api/contract'
import type { HttpError } from '@refinedev/core'
import { currentLanguage, sayNow } from './i18n.ts'
import { beginSession, currentSession, onFarewell, signedInAgain } from './session.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

export interface CallOptions {
  /** Sent as JSON. */
  body?: unknown
  /** The version that was read, or `*` to overwrite whatever is there. */
  ifMatch?: number | string
  headers?: Readonly<Record<string, string>>
  signal?: AbortSignal
}

export interface Answer<T> {
  body: T
  headers: Headers
}

/** An answer that is not a success, or none at all (`statusCode` 0). The message is for the person at the screen. */
export class ApiError extends Error implements HttpError {
  readonly statusCode: number
  readonly problem?: Problem
  /** Field -> what is wrong with it. */
  readonly errors?: Record<string, string[]>;
  [key: string]: unknown

  constructor(statusCode: number, message: string, problem?: Problem) {
    super(message)
    this.name = 'ApiError'
    this.statusCode = statusCode
    this.problem = problem
    this.errors = problem?.errors
  }
}

/**
 * Calls the API: `callApi('GET', '/customers/3')`. Texts come in the language of the screen.
 * When the session of a signed-in person has ended, it waits for them to sign in again and then repeats the call.
 * @throws ApiError for every answer that is not a success; a `DOMException` named AbortError when the signal aborts.
 */
export async function callApi<T>(method: Method, path: string, options: CallOptions = {}): Promise<Answer<T>> {
  return answerTo<T>(path, () => send(method, path, options), options.signal)
}

/** The answer to what `ask` sends to a path; asked once more when the session had ended and the person has signed in again. */
export async function answerTo<T>(
  path: string,
  ask: () => Promise<Response>,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  const answer = await ask()
  if (answer.status !== 401 || !currentSession().me || isSigningIn(path)) return take<T>(answer)
  if (!(await signedInAgain())) return take<T>(answer)
  signal?.throwIfAborted()
  return take<T>(await ask())
}

/** What signing in is made of cannot wait for it. */
const isSigningIn = (path: string): boolean => /^\/?auth\/(sign-in|sign-out|me)$/.test(path)

async function send(method: Method, path: string, { body, ifMatch, headers, signal }: CallOptions): Promise<Response> {
  const address = addressOf(path)
  try {
    return await fetch(address, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        'Accept-Language': currentLanguage(),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(ifMatch === undefined ? {} : { 'If-Match': entityTag(ifMatch) }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError(0, sayNow('shell.offline'))
  }
}

/** Browsers resolve `.` and `..` in a path, also as `%2e`, so that a crafted id could reach another resource. */
export function addressOf(path: string): string {
  const [segments = ''] = path.split('?')
  if (segments.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment))) {
    throw new ApiError(404, sayNow('problem.missing.detail'))
  }
  return `/api${path.startsWith('/') ? '' : '/'}${path}`
}

function entityTag(version: number | string): string {
  return version === '*' ? '*' : `"${String(version).replaceAll('"', '')}"`
}

async function take<T>(response: Response): Promise<Answer<T>> {
  const type = response.headers.get('Content-Type') ?? ''
  const body: unknown = /[/+]json\b/.test(type) ? await response.json().catch(() => undefined) : undefined
  noticeRules(response.headers.get('X-Ability-Version'))
  if (!response.ok) throw refused(response.status, body)
  // The caller names the shape that the contract gives this path.
  return { body: body as T, headers: response.headers }
}

function refused(status: number, body: unknown): ApiError {
  if (!isProblem(body)) return new ApiError(status, sayNow('shell.unreadable', { status }))
  if (body.code === 'forbidden' || body.code === 'password-change-required') void refreshMe()
  return new ApiError(status, textOf(body), body)
}

/** What went wrong, for the person at the screen. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** What the API says about it; where a rule refused, also which. */
function textOf({ detail, message, title, rule }: Problem): string {
  const text = detail || message || title
  return rule ? sayNow('shell.refusedBy', { text, rule }) : text
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body
}

let refreshing: Promise<void> | undefined
let noticed: string | undefined

onFarewell(() => {
  noticed = undefined
})

/** Rules that changed on the server are fetched once for each version that answers name. */
export function noticeRules(version: string | null): void {
  if (!version || !isNews(version) || version === noticed) return
  noticed = version
  // What is being fetched just now may have been asked for before the rules changed.
  void Promise.resolve(refreshing).then(() => {
    if (isNews(version)) return refreshMe()
  })
}

function isNews(version: string): boolean {
  const { me } = currentSession()
  return me !== undefined && me.version !== version
}

/** Asks again who is signed in and what they may do; several who ask at once share one call. */
export function refreshMe(): Promise<void> {
  refreshing ??= fetchMe().finally(() => {
    refreshing = undefined
  })
  return refreshing
}

async function fetchMe(): Promise<void> {
  const response = await send('GET', '/auth/me', {}).catch(() => undefined)
  if (!response?.ok) {
    // The next answer that names them tries again.
    noticed = undefined
    return
  }
  // The contract of /api/auth/me.
  beginSession((await response.json()) as Me)
}
