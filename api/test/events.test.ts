import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'
import { expect, inject, onTestFinished, test, vi } from 'vitest'
import { raiseRightsVersion } from '../src/records/rights-version.ts'
import { openDatabase } from '../src/store/database.ts'
import type { Database } from '../src/store/types.ts'
import { later, minuteMs } from './clock.ts'
import { type EventStream, eventStream } from './event-stream.ts'
import { administrator, type Browser, frontDoor, operator } from './front-door.ts'
import { testWhere } from './where.ts'

const heartbeatMs = 25_000

/** Otto, who is in no group, with the page open that listens. */
async function listening(door: Awaited<ReturnType<typeof frontDoor>>) {
  const otto = door.browser()
  await otto.signIn(operator)
  const answer = await otto.get('/api/events')
  const stream = eventStream(answer)
  const version = await versionOf(otto)
  return { otto, answer, stream, version }
}

async function versionOf(browser: Browser): Promise<string> {
  return ((await (await browser.get('/api/auth/me')).json()) as { version: string }).version
}

/** Makes Otto a member of the group Administrador, as the panel would. */
function promote(database: Database, expiresAt: string | null = null): Promise<void> {
  return database.write(async (scope) => {
    await raiseRightsVersion(scope)
    await scope.run(
      `INSERT INTO user_permission_groups (user_id, group_id, granted_at, expires_at)
       SELECT u.id, g.id, '2026-01-31 12:00:00.000 +00:00', $1 FROM users u JOIN permission_groups g ON g."system" WHERE u.email = $2`,
      [expiresAt, operator.email],
    )
    for (const table of ['users', 'user_permission_groups']) scope.changed(table)
  })
}

/** What ends a session from elsewhere. */
function endSessions(database: Database): Promise<void> {
  return database.write(async (scope) => {
    await scope.run('DELETE FROM sessions')
    scope.changed('sessions')
  })
}

/** Lets time pass for heartbeats and the clock, and for no other timer. */
async function beat(): Promise<void> {
  await vi.advanceTimersByTimeAsync(heartbeatMs)
}

function holdHeartbeats(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  onTestFinished(() => void vi.useRealTimers())
}

const settleMs = 200

/** Holds what waits for changes to settle. */
function holdSettling(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
}

/** Makes changes, and lets them settle once all of them have been heard of. */
async function settled(database: Database, table: string, changes: () => Promise<void>): Promise<void> {
  let stopHearing = () => {}
  const heard = new Promise<void>((resolve) => {
    stopHearing = database.onChanged([table], resolve)
  })
  await changes()
  await heard
  stopHearing()
  await vi.advanceTimersByTimeAsync(settleMs)
}

/** Lets what has been asked of a database come to its end, and what is asked next because of it. */
async function ended(asked: { readonly results: readonly { readonly value: unknown }[] }): Promise<void> {
  for (let before = -1; before < asked.results.length; ) {
    before = asked.results.length
    await Promise.all(asked.results.map(({ value }) => value))
    await setImmediate()
  }
}

/** Gives a group another name, which makes other rules of those of its members. */
function rename(database: Database, name: string): Promise<void> {
  return database.write(async (scope) => {
    await raiseRightsVersion(scope)
    await scope.run('UPDATE permission_groups SET name = $1 WHERE "system"', [name])
    scope.changed('permission_groups')
  })
}

test('who listens is told their rules at once, and those that somebody else gives them', async () => {
  const door = await frontDoor()
  const { otto, stream, version } = await listening(door)
  expect(await stream.next()).toEqual({ event: 'rights', data: { version } })

  await promote(door.database)

  const now = await versionOf(otto)
  expect(now).not.toBe(version)
  expect(await stream.next()).toEqual({ event: 'rights', data: { version: now } })
})

test('the stream passes through proxies, and no cache keeps it', async () => {
  const { answer, version } = await listening(await frontDoor())
  const names = ['Content-Type', 'Cache-Control', 'X-Accel-Buffering', 'X-Ability-Version']
  expect(names.map((name) => answer.headers.get(name))).toEqual(['text/event-stream', 'no-store', 'no', version])
})

testWhere(inject('engine') === 'postgres')('what another process changes is told too', async () => {
  const door = await frontDoor()
  const { otto, stream, version } = await listening(door)
  await stream.next()
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${door.database.sequelize.getDatabaseName()}`
  const elsewhere = await openDatabase(url.href)

  await promote(elsewhere)
  const told = await stream.next()
  await elsewhere.close()

  const now = await versionOf(otto)
  expect(now).not.toBe(version)
  expect(told).toEqual({ event: 'rights', data: { version: now } })
})

test('many changes at once are told once, and as they are after the last', async () => {
  const door = await frontDoor()
  await promote(door.database)
  const { otto, stream, version } = await listening(door)
  expect(await stream.next()).toEqual({ event: 'rights', data: { version } })
  holdSettling()

  const versions: string[] = []
  await settled(door.database, 'rbac_state', async () => {
    for (let change = 0; change < 5; change += 1) {
      await rename(door.database, `Administrador ${change}`)
      versions.push(await versionOf(otto))
    }
  })

  expect(new Set([version, ...versions]).size).toBe(6)
  expect(await stream.next()).toEqual({ event: 'rights', data: { version: versions.at(-1) } })
  await settled(door.database, 'rbac_state', () => rename(door.database, 'Administrador'))
  expect(await stream.next()).toEqual({ event: 'rights', data: { version } })
  expect(stream.text().match(/event: rights/g)).toHaveLength(3)
})

test('while no rights change, the database is not asked', async () => {
  const door = await frontDoor()
  const reads = vi.spyOn(door.database, 'read')
  onTestFinished(() => reads.mockRestore())
  const { stream } = await listening(door)
  await stream.next()
  await ended(reads.mock)
  reads.mockClear()
  holdSettling()

  await settled(door.database, 'customers', () => door.database.write(async (scope) => scope.changed('customers')))

  expect(reads).not.toHaveBeenCalled()
})

test('a comment every 25 seconds keeps the line', async () => {
  const door = await frontDoor()
  holdHeartbeats()
  const { stream } = await listening(door)
  await stream.next()
  expect(stream.text()).not.toMatch(/^:/m)

  await beat()
  await beat()
  await promote(door.database)
  await stream.next()

  expect(stream.text().match(/^:$/gm)).toHaveLength(2)
})

test('a membership that runs out is told at the next heartbeat', async () => {
  const door = await frontDoor()
  const end = new Date(Date.now() + minuteMs).toISOString()
  await promote(door.database, end.replace('T', ' ').replace('Z', ' +00:00'))
  holdHeartbeats()
  const { otto, stream, version } = await listening(door)
  expect(await stream.next()).toEqual({ event: 'rights', data: { version } })

  vi.setSystemTime(Date.now() + 2 * minuteMs)
  await beat()

  const now = await versionOf(otto)
  expect(now).not.toBe(version)
  expect(await stream.next()).toEqual({ event: 'rights', data: { version: now } })
})

test('the stream ends at the next heartbeat after the session', async () => {
  const door = await frontDoor()
  holdHeartbeats()
  const { stream } = await listening(door)
  await stream.next()

  await endSessions(door.database)
  await beat()

  expect(await stream.next()).toBeUndefined()
})

test('what keeps the rules from being read ends the stream, and is logged', async () => {
  const door = await frontDoor()
  const { stream } = await listening(door)
  await stream.next()
  const errors = () => door.lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50)

  await promote(door.database)
  await door.database.sequelize.query('ALTER TABLE sessions RENAME TO sessions_elsewhere')

  expect(await stream.next()).toBeUndefined()
  expect(errors()).toEqual([
    expect.objectContaining({ msg: 'unexpected error', request: expect.any(String), error: expect.anything() }),
  ])
})

test('the end of a session is no error', async () => {
  const door = await frontDoor()
  const { stream } = await listening(door)
  await stream.next()

  await endSessions(door.database)
  await door.database.write(raiseRightsVersion)

  expect(await stream.next()).toBeUndefined()
  expect(door.lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50)).toEqual([])
})

test('listening, again and again, does not keep a session alive', async () => {
  const door = await frontDoor()
  const { otto } = await listening(door)
  later(29 * minuteMs)
  const again = await otto.get('/api/events')
  expect(again.status).toBe(200)
  await again.body?.cancel()

  later(2 * minuteMs)

  expect((await otto.get('/api/events')).status).toBe(401)
})

test('a session has at most five streams; one that is left makes room', async () => {
  const door = await frontDoor()
  const { otto, stream } = await listening(door)
  const others: EventStream[] = []
  for (let at = 0; at < 4; at += 1) others.push(eventStream(await otto.get('/api/events')))

  const refused = await otto.get('/api/events')
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '25'])
  const elsewhere = door.browser()
  await elsewhere.signIn(operator)
  expect((await elsewhere.get('/api/events')).status).toBe(200)

  await stream.leave()

  await expect.poll(async () => (await otto.get('/api/events')).status).toBe(200)
})

test('asking for its headers alone opens no stream', async () => {
  const door = await frontDoor()
  const { otto } = await listening(door)
  for (let at = 0; at < 6; at += 1) {
    const head = await door.app.request('/api/events', { method: 'HEAD', headers: { Cookie: String(otto.cookie) } })
    expect([head.status, head.headers.get('Content-Type')]).toEqual([200, 'text/event-stream'])
  }
  expect((await otto.get('/api/events')).status).toBe(200)
})

test('nobody listens who may not ask for anything else', async () => {
  const door = await frontDoor()
  expect((await door.browser().get('/api/events')).status).toBe(401)
  const otto = door.browser()
  await otto.signIn(operator)
  await door.database.write(async (scope) => {
    await scope.run('UPDATE users SET must_change_password = true')
    scope.changed('users')
  })
  const answer = await otto.get('/api/events')
  expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'password-change-required' }])
})

test('all streams end when the process is about to', async () => {
  const farewell = new AbortController()
  const door = await frontDoor({ farewell: farewell.signal })
  const server = createAdaptorServer({ fetch: door.app.fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe
  const ana = door.browser()
  await ana.signIn(administrator)
  const open = () => fetch(`http://127.0.0.1:${port}/api/events`, { headers: { Cookie: String(ana.cookie) } })
  const streams = [eventStream(await open()), eventStream(await open())]
  for (const stream of streams) expect((await stream.next())?.event).toBe('rights')

  farewell.abort()
  const closed = new Promise((resolve) => server.close(resolve))

  for (const stream of streams) expect(await stream.next()).toBeUndefined()
  await closed
})

test('a browser that goes away makes room', async () => {
  const door = await frontDoor()
  const server = createAdaptorServer({ fetch: door.app.fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe
  const ana = door.browser()
  await ana.signIn(administrator)
  const open = async () => {
    const gone = new AbortController()
    const { status } = await fetch(`http://127.0.0.1:${port}/api/events`, {
      headers: { Cookie: String(ana.cookie) },
      signal: gone.signal,
    })
    return { status, leave: () => gone.abort() }
  }
  const five = await Promise.all(Array.from({ length: 5 }, open))
  expect((await open()).status).toBe(429)

  for (const { leave } of five) leave()

  await expect.poll(async () => (await ana.get('/api/events')).status).toBe(200)
})
