import { expect, test } from 'vitest'
import { later, minuteMs } from './clock.ts'
import { administrator, frontDoor, operator } from './front-door.ts'

test('a session that was given before signing in is not taken over', async () => {
  const { browser } = await frontDoor()
  const victim = browser()
  victim.cookie = `__Host-sid=${'A'.repeat(43)}`
  const [planted, other] = [victim.cookie, browser()]
  await other.signIn(operator)
  const lent = other.cookie

  await victim.signIn(administrator)
  expect(victim.cookie).not.toBe(planted)
  victim.cookie = lent
  await victim.signIn(administrator)
  expect(victim.cookie).not.toBe(lent)

  other.cookie = planted
  expect((await other.get('/api/auth/me')).status).toBe(401)
  other.cookie = lent
  expect((await other.get('/api/auth/me')).status).toBe(401)
})

test('a cookie is worth nothing after signing out, however often it comes back', async () => {
  const { browser } = await frontDoor()
  const ana = browser()
  await ana.signIn(administrator)
  const cookie = ana.cookie

  const answer = await ana.post('/api/auth/sign-out')
  expect(answer.status).toBe(204)
  expect(answer.headers.getSetCookie()[0]).toMatch(
    /^__Host-sid=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )

  ana.cookie = cookie
  expect((await ana.get('/api/auth/me')).status).toBe(401)
  expect((await ana.get('/api/auth/me')).status).toBe(401)
})

test('the token itself is stored nowhere', async () => {
  const { browser, database } = await frontDoor()
  const ana = browser()
  await ana.signIn(administrator)
  const token = String(ana.cookie?.split('=')[1])

  expect(JSON.stringify(await database.read('SELECT * FROM sessions'))).not.toContain(token)
})

test('a session ends after 30 minutes without a request, and lives on with requests', async () => {
  const { browser } = await frontDoor()
  const ana = browser()
  await ana.signIn(administrator)

  for (let round = 0; round < 3; round += 1) {
    later(29 * minuteMs)
    expect((await ana.get('/api/auth/me')).status).toBe(200)
  }
  later(31 * minuteMs)

  expect((await ana.get('/api/auth/me')).status).toBe(401)
})

test('a session ends after 12 hours, however busy', async () => {
  const { browser } = await frontDoor()
  const ana = browser()
  await ana.signIn(administrator)

  for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
    later(20 * minuteMs)
    expect((await ana.get('/api/auth/me')).status).toBe(200)
  }
  later(20 * minuteMs)

  expect((await ana.get('/api/auth/me')).status).toBe(401)
})

test.each([
  ['login', { email: 'otto.lima@exemplo.com.br' }],
  ['password', { password: 'trocada por outra', passwordConfirmation: 'trocada por outra' }],
  ['status', { active: false }],
])('a change of the %s by somebody else ends every session of that user', async (_, change) => {
  const { browser } = await frontDoor()
  const [ana, otto] = [browser(), browser()]
  await ana.signIn(administrator)
  await otto.signIn(operator)

  expect((await ana.patch('/api/users/2', change, { 'If-Match': '*' })).status).toBe(200)

  expect((await otto.get('/api/auth/me')).status).toBe(401)
  expect((await ana.get('/api/auth/me')).status).toBe(200)
})

test('a user who is closed and opened again has to sign in again', async () => {
  const { browser } = await frontDoor()
  const [ana, otto] = [browser(), browser()]
  await ana.signIn(administrator)
  await otto.signIn(operator)

  for (const active of [false, true]) await ana.patch('/api/users/2', { active }, { 'If-Match': '*' })

  expect((await otto.get('/api/auth/me')).status).toBe(401)
})

test('a change of the name leaves the sessions alone', async () => {
  const { browser } = await frontDoor()
  const [ana, otto] = [browser(), browser()]
  await ana.signIn(administrator)
  await otto.signIn(operator)

  await ana.patch('/api/users/2', { name: 'Otto de Lima' }, { 'If-Match': '*' })

  expect(await (await otto.get('/api/auth/me')).json()).toMatchObject({ user: { name: 'Otto de Lima' } })
})

test('one sees where one’s account is open, and ends what one does not know', async () => {
  const { browser } = await frontDoor({ env: { FICHA_TRUST_PROXY: 'true' } })
  const [here, there, third] = [browser(), browser(), browser()]
  await here.signIn(administrator, { 'User-Agent': 'Firefox', 'X-Forwarded-For': '10.0.0.1, 203.0.113.7' })
  await there.signIn(administrator, { 'User-Agent': 'Chrome' })
  await third.signIn(administrator)
  await browser().signIn(operator)

  const sessions = (await (await here.get('/api/auth/sessions')).json()) as {
    id: number
    agent: string
    current: boolean
  }[]
  expect(sessions).toHaveLength(3)
  expect(sessions.find(({ current }) => current)).toEqual({
    id: expect.any(Number),
    current: true,
    agent: 'Firefox',
    address: '203.0.113.7',
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    lastSeenAt: expect.stringMatching(/Z$/),
  })

  const id = sessions.find(({ agent }) => agent === 'Chrome')?.id
  expect((await here.delete(`/api/auth/sessions/${id}`)).status).toBe(204)
  expect((await there.get('/api/auth/me')).status).toBe(401)
  expect((await here.delete('/api/auth/sessions')).status).toBe(204)
  expect((await third.get('/api/auth/me')).status).toBe(401)
  expect((await here.get('/api/auth/me')).status).toBe(200)
})

test('nobody ends a session of somebody else', async () => {
  const { browser } = await frontDoor()
  const [ana, otto] = [browser(), browser()]
  await ana.signIn(administrator)
  await otto.signIn(operator)
  const [{ id }] = (await (await ana.get('/api/auth/sessions')).json()) as [{ id: number }]

  expect((await otto.delete(`/api/auth/sessions/${id}`)).status).toBe(404)
  expect((await otto.delete('/api/auth/sessions/1.0')).status).toBe(400)
  expect((await ana.get('/api/auth/me')).status).toBe(200)
})
