import { pino } from 'pino'
import { createApp } from '../src/app.ts'
import { makePanel } from '../src/records/panel.ts'
import { readSettings } from '../src/settings.ts'
import { panel as openPanel } from './panel.ts'

/** The two users of a test panel: an administrator, and somebody in no group. */
export const administrator = { name: 'Ana Reis', email: 'ana@exemplo.com.br', password: 'correto cavalo bateria' }
export const operator = { ...administrator, name: 'Otto Lima', email: 'otto@exemplo.com.br' }

/** What a browser sends with a request of the page it shows. */
export const fromOwnPage = { 'Sec-Fetch-Site': 'same-origin' }

/** A browser that keeps its cookie and says where its requests come from. */
export interface Browser {
  cookie: string | undefined
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  delete(path: string): Promise<Response>
  signIn(credentials: { email: string; password: string }, headers?: Record<string, string>): Promise<Response>
}

interface Door {
  /** Settings beside those of a test. */
  env?: Record<string, string>
  /** `false` for a database that nobody has signed in to yet. */
  users?: boolean
  /** The folder of a built admin. */
  admin?: string
  /** Aborted when the process is about to end. */
  farewell?: AbortSignal
}

/** The whole app as somebody meets it who is not signed in. */
export async function frontDoor({ env = {}, users = true, admin, farewell }: Door = {}) {
  const { database, resources } = await openPanel()
  await database.sequelize.query(`DELETE FROM ${users ? 'sessions' : 'users'}`)
  const lines: string[] = []
  const settings = readSettings({ NODE_ENV: 'test', FICHA_SECRET: 'x'.repeat(32), FICHA_LOG_LEVEL: 'debug', ...env })
  const log = pino({ level: settings.logLevel }, { write: (line: string) => void lines.push(line) })
  const app = createApp({ resources, database, settings, log, admin, farewell })
  return { app, database, lines, panel: makePanel({ resources, database }), browser: () => newBrowser(app) }
}

/** Somebody signed in, and a way to send what no browser would. */
export async function signedIn() {
  const door = await frontDoor()
  const ana = door.browser()
  await ana.signIn(administrator)
  const send = (body: RequestInit['body'], headers: Record<string, string> = {}) =>
    door.app.request('/api/customers', {
      method: 'POST',
      headers: { ...fromOwnPage, Cookie: String(ana.cookie), 'Content-Type': 'application/json', ...headers },
      body,
      duplex: 'half',
    } as RequestInit) // the types of Node leave `duplex` out, which a stream needs
  return { ...door, ana, send }
}

/** The answer of an error, as JSON. */
export async function problemOf(answer: Response): Promise<Record<string, unknown>> {
  return { type: answer.headers.get('content-type'), ...((await answer.json()) as object) }
}

function newBrowser(app: ReturnType<typeof createApp>): Browser {
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const cookie: Record<string, string> = browser.cookie ? { Cookie: browser.cookie } : {}
    const type: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' }
    const answer = await app.request(path, {
      method,
      headers: { ...fromOwnPage, ...cookie, ...type, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const [set] = answer.headers.getSetCookie()
    if (set !== undefined) browser.cookie = /Max-Age=0/.test(set) ? undefined : set.split(';')[0]
    return answer
  }
  const browser: Browser = {
    cookie: undefined,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
    delete: (path) => send('DELETE', path),
    signIn: ({ email, password }, headers) => send('POST', '/api/auth/sign-in', { email, password }, headers),
  }
  return browser
}
