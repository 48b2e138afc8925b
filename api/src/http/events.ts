import { type Context, Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Logger } from 'pino'
import { Forbidden, Refusal, TooMany } from '../contract/errors.ts'
import type { RightsEvent } from '../contract/events.ts'
import type { Resources } from '../define/resource.ts'
import type { SessionStore } from '../store/sessions.ts'
import type { Database } from '../store/types.ts'
import type { Env } from './env.ts'
import { loggable } from './loggable.ts'
import { whoAsks } from './require-person.ts'

interface EventParts {
  sessions: SessionStore
  resources: Resources
  /** Aborted when the process is about to end: every stream ends with it. */
  farewell: AbortSignal | undefined
  log: Logger
}

/** One browser needs one; each holds a connection. Counted in this process. */
const streamsPerSession = 5

/** Shorter than proxies wait on a quiet line. A session that is over is noticed at the next one at the latest. */
const heartbeatMs = 25_000

/** How long a browser waits before it opens a line anew that broke. */
const retryMs = 3_000

/** Changes of rights come in bursts: what they lead to is looked at this long after the first. */
const settleMs = 200

/** `GET /api/events`: `PanelEvents`, for as long as the session lives. Listening does not keep a session alive. */
export function eventRoutes({ sessions, resources, farewell, log }: EventParts): Hono<Env> {
  const open = new Map<number, number>()
  const onRights = rightsChanges(sessions.database)
  const asker = async (c: Context<Env>) => {
    const { person, session } = await whoAsks(c, sessions, resources)
    if (person.user.mustChangePassword) throw new Forbidden({ code: 'password-change-required' })
    return { session: session.id, version: person.version }
  }

  return new Hono<Env>().get('/', async (c) => {
    const { session, version } = await asker(c)
    c.header('X-Ability-Version', version)
    c.header('X-Accel-Buffering', 'no')
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
    const others = open.get(session) ?? 0
    if (others >= streamsPerSession) throw new TooMany(heartbeatMs / 1_000)
    open.set(session, others + 1)

    const answer = streamSSE(c, async (stream) => {
      const now = async () => (await asker(c)).version
      const failed = (error: unknown) =>
        log.error({ request: c.var.requestId, error: loggable(error) }, 'unexpected error')
      await tell(stream, { version, now, failed, onRights, farewell })
      const left = (open.get(session) ?? 1) - 1
      if (left > 0) open.set(session, left)
      else open.delete(session)
    })
    answer.headers.set('Cache-Control', 'no-store')
    // Else its connection would outlive it, and keep the process waiting that is about to end.
    answer.headers.set('Connection', 'close')
    return answer
  })
}

interface Told {
  version: string
  /** The version as it is now. Rejects when there is nobody to be told any more. */
  now: () => Promise<string>
  /** Takes what kept the version from being read. */
  failed: (error: unknown) => void
  onRights: OnRights
  farewell: AbortSignal | undefined
}

/** Tells the version and every other one that follows, until the reader goes, their session ends, the version cannot be read or the process ends. */
function tell(stream: SSEStreamingApi, { version: first, now, failed, onRights, farewell }: Told): Promise<void> {
  return new Promise((resolve) => {
    let told: string | undefined
    const say = (version: string) => {
      if (version === told) return
      told = version
      const body: RightsEvent = { version }
      // Not waited for: a reader that takes nothing must not keep the others waiting.
      void stream.writeSSE({ event: 'rights', data: JSON.stringify(body), retry: retryMs })
    }
    const look = () =>
      now()
        .then(say)
        .catch((error: unknown) => {
          if (!(error instanceof Refusal)) failed(error)
          end()
        })
    const beat = setInterval(() => {
      void look()
      void stream.write(':\n\n')
    }, heartbeatMs)
    const stopHearing = onRights(look)

    function end() {
      clearInterval(beat)
      stopHearing()
      farewell?.removeEventListener('abort', end)
      resolve()
    }
    stream.onAbort(end)
    farewell?.addEventListener('abort', end)
    say(first)
    if (farewell?.aborted || stream.aborted) return end()
    // Rights may have changed since they were read, when nobody listened here yet.
    void look()
  })
}

type OnRights = (look: () => Promise<void>) => () => void

/** Lets many look, one after the other, when rights have changed: the database is asked once for each, and by nobody before. */
function rightsChanges(database: Database): OnRights {
  const looks = new Set<() => Promise<void>>()
  let isDue = false
  let stopHearing: (() => void) | undefined

  function hear() {
    if (isDue) return
    isDue = true
    setTimeout(async () => {
      isDue = false
      for (const look of looks) await look()
    }, settleMs).unref()
  }

  return (look) => {
    looks.add(look)
    stopHearing ??= database.onChanged(['rbac_state'], hear)
    return () => {
      looks.delete(look)
      if (looks.size > 0) return
      stopHearing?.()
      stopHearing = undefined
    }
  }
}
