import { expect, test } from 'vitest'
import { ensureAdministrator, offerSetUp } from '../src/records/first-access.ts'
import { later, minuteMs } from './clock.ts'
import { frontDoor, problemOf } from './front-door.ts'

const first = {
  name: 'Ana Reis',
  email: 'Ana@Exemplo.com.br',
  password: 'correto cavalo bateria',
  passwordConfirmation: 'correto cavalo bateria',
}

test('the settings name the first administrator of a database without users, who need not change the password', async () => {
  const { panel, browser } = await frontDoor({ users: false })

  expect(await ensureAdministrator(panel, first)).toBe(true)
  expect(await ensureAdministrator(panel, { ...first, email: 'outra@exemplo.com.br' })).toBe(false)

  const ana = browser()
  await ana.signIn(first)
  expect(await (await ana.get('/api/auth/me')).json()).toMatchObject({
    user: { email: 'ana@exemplo.com.br', mustChangePassword: false },
    rules: [{ actions: ['manage'], subject: 'all' }],
  })
  expect((await browser().signIn({ ...first, email: 'outra@exemplo.com.br' })).status).toBe(401)
})

test('the link in the log makes the first administrator and signs them in, once', async () => {
  const { panel, browser } = await frontDoor({ users: false })
  const token = await offerSetUp(panel)
  const ana = browser()

  const answer = await ana.post('/api/auth/set-up', { token, ...first })

  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({
    user: { id: expect.any(Number), name: 'Ana Reis', email: 'ana@exemplo.com.br' },
  })
  expect((await ana.get('/api/customers')).status).toBe(200)
  const again = await browser().post('/api/auth/set-up', { token, ...first, email: 'eva@exemplo.com.br' })
  expect(again.status).toBe(403)
  expect(await problemOf(again)).toMatchObject({
    code: 'forbidden',
    detail: expect.stringMatching(/^Este link já foi usado/),
  })
  expect(await offerSetUp(panel)).toBeUndefined()
})

test('a set-up with bad values says which, and leaves the link usable', async () => {
  const { panel, browser } = await frontDoor({ users: false })
  const token = await offerSetUp(panel)

  const bad = await browser().post('/api/auth/set-up', {
    token,
    name: 'A',
    email: 'ana',
    password: 'curta',
    passwordConfirmation: 'curta',
  })

  expect(bad.status).toBe(422)
  expect(Object.keys((await problemOf(bad)).errors as object).sort()).toEqual(['email', 'name', 'password'])
  expect((await browser().post('/api/auth/set-up', { token, ...first })).status).toBe(200)
})

test('a link works for a day, until a newer one is made, and no other token works at all', async () => {
  const { panel, browser } = await frontDoor({ users: false })
  const former = await offerSetUp(panel)
  const token = await offerSetUp(panel)

  expect((await browser().post('/api/auth/set-up', { token: former, ...first })).status).toBe(403)
  expect((await browser().post('/api/auth/set-up', { token: 'x'.repeat(43), ...first })).status).toBe(403)
  later(25 * 60 * minuteMs)
  expect((await browser().post('/api/auth/set-up', { token, ...first })).status).toBe(403)
})

test('of two people who hold the link at the same time one becomes administrator', async () => {
  const { panel, browser, database } = await frontDoor({ users: false })
  const token = await offerSetUp(panel)

  const answers = await Promise.all(
    ['ana', 'eva', 'ivo'].map((name) =>
      browser().post('/api/auth/set-up', { token, ...first, email: `${name}@exemplo.com.br` }),
    ),
  )

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403])
  expect(await database.read('SELECT id FROM users')).toHaveLength(1)
})
