import { expect, test } from 'vitest'
import type { Database } from '../src/store/types.ts'
import { verify } from './argon2/verify.ts'
import { administrator, fromOwnPage, frontDoor, operator, problemOf } from './front-door.ts'

test('the right pair opens a session and says who it is', async () => {
  const { browser } = await frontDoor()
  const ana = browser()

  const answer = await ana.signIn(administrator)

  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ user: { id: 1, name: administrator.name, email: administrator.email } })
  const [cookie] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
})

test('an e-mail address is the same in capitals and with spaces around it', async () => {
  const { browser } = await frontDoor()

  const answer = await browser().signIn({ ...administrator, email: ` ${administrator.email.toUpperCase()} ` })

  expect(answer.status).toBe(200)
})

test.each([
  ['a wrong password', { ...administrator, password: 'outra senha' }],
  ['an unknown address', { email: 'ninguem@exemplo.com.br', password: 'outra senha' }],
  ['something that is no address', { email: 'ana', password: 'x' }],
  ['nothing at all', { email: '', password: '' }],
  ['an endless password', { email: administrator.email, password: 'x'.repeat(100_000) }],
])('%s is the wrong pair, in the same words', async (_, credentials) => {
  const { browser } = await frontDoor()

  const answer = await browser().signIn(credentials)

  expect(answer.status).toBe(401)
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(await problemOf(answer)).toMatchObject({
    type: 'urn:ficha:problem:wrong-credentials',
    code: 'wrong-credentials',
    title: 'E-mail ou senha incorretos',
    detail: 'E-mail ou senha incorretos. Confira e tente de novo.',
    message: 'E-mail ou senha incorretos. Confira e tente de novo.',
  })
})

test.each([
  ['a number for an address', { email: 1, password: 'x' }],
  ['no password', { email: 'a@b.co' }],
  ['a key that does not exist', { email: 'a@b.co', password: 'x', remember: true }],
])('a sign-in with %s is malformed', async (_, body) => {
  const { browser } = await frontDoor()

  const answer = await browser().post('/api/auth/sign-in', body)

  expect(answer.status).toBe(400)
  expect(await problemOf(answer)).toMatchObject({ code: 'malformed' })
})

test('whoever is not active cannot sign in, and is not told why', async () => {
  const { browser, database } = await frontDoor()
  await changeByHand(database, 'users', 'UPDATE users SET active = FALSE WHERE id = 2')

  const answer = await browser().signIn(operator)

  expect(answer.status).toBe(401)
  expect(await problemOf(answer)).toMatchObject({ code: 'wrong-credentials' })
})

test('an unknown address costs the work of a real one', async () => {
  const { browser } = await frontDoor()
  const parametersFor = async (email: string) => {
    verify.mockClear()
    await browser().signIn({ email, password: 'outra senha' })
    return verify.mock.calls.map(([hashed]) => String(hashed).split('$').slice(0, 4))
  }

  const [known, unknown] = [await parametersFor(administrator.email), await parametersFor('ninguem@exemplo.com.br')]

  expect(known).toEqual([['', 'argon2id', 'v=19', 'm=19456,t=2,p=1']])
  expect(unknown).toEqual(known)
})

test('me tells an administrator that they may do everything, and everybody else nothing', async () => {
  const { browser } = await frontDoor()
  const [ana, otto] = [browser(), browser()]
  await ana.signIn(administrator)
  await otto.signIn(operator)

  const [hers, his] = [await ana.get('/api/auth/me'), await otto.get('/api/auth/me')]
  const me = await hers.json()

  expect(me).toEqual({
    user: { id: 1, name: administrator.name, email: administrator.email, mustChangePassword: false },
    groups: [{ id: 1, name: 'Administrador' }],
    rules: [{ actions: ['manage'], subject: 'all' }],
    version: hers.headers.get('X-Ability-Version'),
  })
  expect(await his.json()).toMatchObject({ user: { email: operator.email }, groups: [], rules: [] })
})

test('without a session nobody is let in, whatever the address', async () => {
  const { browser } = await frontDoor()

  for (const path of [
    '/api/auth/me',
    '/api/auth/sessions',
    '/api/customers',
    '/api/customers/1',
    '/api/meta',
    '/api/unheard-of',
  ]) {
    const answer = await browser().get(path)
    expect(answer.status, path).toBe(401)
    expect(answer.headers.get('X-Ability-Version')).toBeNull()
  }
})

test('the version of the rules changes with the groups, on the next request', async () => {
  const { browser, database } = await frontDoor()
  const otto = browser()
  await otto.signIn(operator)
  const before = (await otto.get('/api/auth/me')).headers.get('X-Ability-Version')

  await changeByHand(
    database,
    'user_permission_groups',
    'INSERT INTO user_permission_groups (user_id, group_id, granted_at) SELECT 2, id, created_at FROM permission_groups',
  )
  const after = await otto.get('/api/auth/me')

  expect(after.headers.get('X-Ability-Version')).not.toBe(before)
  expect(await after.json()).toMatchObject({ rules: [{ actions: ['manage'], subject: 'all' }] })
})

test('a membership that has ended counts no more', async () => {
  const { browser, database } = await frontDoor()
  const ana = browser()
  await ana.signIn(administrator)
  await changeByHand(database, 'user_permission_groups', 'UPDATE user_permission_groups SET expires_at = granted_at')

  expect(await (await ana.get('/api/auth/me')).json()).toMatchObject({ groups: [], rules: [] })
})

test('the accounts of the demo are refused in production', async () => {
  const credentials = { email: 'ana@ficha.local', password: administrator.password }
  for (const [environment, status] of [
    ['test', 200],
    ['production', 401],
  ] as const) {
    const { browser, database } = await frontDoor({ env: { NODE_ENV: environment } })
    await database.sequelize.query("UPDATE users SET email = 'ana@ficha.local' WHERE id = 1")

    expect((await browser().signIn(credentials)).status).toBe(status)
  }
})

test('a cookie beside a bearer token counts for nothing', async () => {
  const { browser } = await frontDoor()
  const ana = browser()
  await ana.signIn(administrator)

  expect((await ana.get('/api/auth/me', { Authorization: 'Bearer x' })).status).toBe(401)
})

test('signing in from another site is refused before anything is looked at', async () => {
  const { app } = await frontDoor()
  const attempt = (headers: Record<string, string>) =>
    app.request('/api/auth/sign-in', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ email: administrator.email, password: administrator.password }),
    })

  expect((await attempt({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  expect((await attempt({})).status).toBe(403)
  expect((await attempt(fromOwnPage)).status).toBe(200)
})

/** A change for which there is no route yet, by the way that every change takes. */
async function changeByHand(database: Database, table: string, sql: string): Promise<void> {
  await database.write(async (scope) => {
    scope.changed(table)
    await scope.run(sql)
  })
}
