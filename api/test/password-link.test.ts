import { expect, test } from 'vitest'
import { offerSetUp } from '../src/records/first-access.ts'
import { later, minuteMs } from './clock.ts'
import { operator } from './front-door.ts'
import { newPassword, office, tokenOf } from './links.ts'
import { allow } from './permissions/rules.ts'
import { shop } from './permissions/shop.ts'

const hourMs = 60 * minuteMs
const eva = { email: 'eva@exemplo.com.br', password: newPassword.password }
const gone = {
  status: 403,
  body: {
    code: 'forbidden',
    detail: 'Este link já foi usado ou passou do prazo. Peça um novo a quem administra os usuários.',
  },
}

test('who is made without a password chooses one by the link of their invitation, and is signed in', async () => {
  const { make, link, tell, use, browser } = await office()
  const id = await make({})
  const hers = browser()
  expect((await hers.signIn({ ...eva, password: '' })).status).toBe(401)
  const token = await link('invite', id)

  expect(await tell(token)).toEqual({
    status: 200,
    body: { name: 'Eva Sá', email: eva.email, purpose: 'invitation' },
  })
  expect(await use(token, hers)).toEqual({ status: 200, body: { user: { id, name: 'Eva Sá', email: eva.email } } })

  expect(await (await hers.get('/api/auth/me')).json()).toMatchObject({ user: { id, mustChangePassword: false } })
  expect((await browser().signIn(eva)).status).toBe(200)
})

test('a password is reset by a link: sessions end with the reset, and again when it is used', async () => {
  const { link, tell, use, browser } = await office()
  const [before, between] = [browser(), browser()]
  await before.signIn(operator)

  const token = await link('resetPassword', 2)

  expect((await before.get('/api/auth/me')).status).toBe(401)
  expect((await between.signIn(operator)).status).toBe(200)
  expect((await tell(token)).body).toMatchObject({ purpose: 'reset' })
  expect((await use(token)).status).toBe(200)
  expect((await between.get('/api/auth/me')).status).toBe(401)
  expect((await browser().signIn(operator)).status).toBe(401)
  expect((await browser().signIn({ ...operator, password: newPassword.password })).status).toBe(200)
})

test('a link works once, and of those who use it at the same time one wins', async () => {
  const { link, tell, use } = await office()
  const token = await link('resetPassword', 2)

  const answers = await Promise.all([use(token), use(token), use(token)])

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403])
  expect(await use(token)).toMatchObject(gone)
  expect(await tell(token)).toMatchObject(gone)
})

test.each([
  ['invite', 72],
  ['resetPassword', 24],
])('a link of %s works for %i hours', async (action, hours) => {
  const { make, link, tell, use } = await office()
  const token = await link(action, action === 'invite' ? await make({}) : 2)

  later(hours * hourMs - minuteMs)
  expect((await tell(token)).status).toBe(200)
  later(hours * hourMs + minuteMs)
  expect(await tell(token)).toMatchObject(gone)
  expect(await use(token)).toMatchObject(gone)
})

test('a newer link takes the place of the older', async () => {
  const { link, tell, use } = await office()
  const former = await link('resetPassword', 2)
  const token = await link('resetPassword', 2)

  expect(await tell(former)).toMatchObject(gone)
  expect(await use(former)).toMatchObject(gone)
  expect((await use(token)).status).toBe(200)
})

test('a link to a password is no link to make the first administrator, and no other token is one', async () => {
  const { link, tell, use, browser, database, panel } = await office()
  const token = await link('resetPassword', 2)
  const setUp = { name: 'Ivo', email: 'ivo@exemplo.com.br', ...newPassword }

  expect((await browser().post('/api/auth/set-up', { token, ...setUp })).status).toBe(403)
  for (const wrong of ['', 'x', 'A'.repeat(43), `${token}x`]) expect(await tell(wrong)).toMatchObject(gone)
  await database.sequelize.query('DELETE FROM users')
  const first = String(await offerSetUp(panel))
  expect(await tell(first)).toMatchObject(gone)
  expect(await use(first)).toMatchObject(gone)
})

test.each([
  ['is not active any more', { active: false }],
  ['has another address', { email: 'otto.lima@exemplo.com.br' }],
  ['has another password', { password: 'mais um cavalo', passwordConfirmation: 'mais um cavalo' }],
])('a link does not work when its person %s', async (_, change) => {
  const { ana, link, tell, use } = await office()
  const token = await link('resetPassword', 2)
  expect((await ana.patch('/api/users/2', change, { 'If-Match': '*' })).status).toBe(200)

  expect(await tell(token)).toMatchObject(gone)
  expect(await use(token)).toMatchObject(gone)
})

test('a link outlives other changes of its person', async () => {
  const { ana, link, use } = await office()
  const token = await link('resetPassword', 2)
  await ana.patch('/api/users/2', { name: 'Otto Reis' }, { 'If-Match': '*' })

  expect((await use(token)).status).toBe(200)
})

test('a password that will not do says why, and leaves the link usable', async () => {
  const { link, use, browser } = await office()
  const token = await link('resetPassword', 2)
  const errorsOf = async (body: object) => {
    const answer = await use(token, browser(), body)
    return [answer.status, Object.keys(answer.body.errors ?? {})]
  }

  expect(await errorsOf({ password: 'curta', passwordConfirmation: 'curta' })).toEqual([422, ['password']])
  expect(await errorsOf({ ...newPassword, passwordConfirmation: 'x' })).toEqual([422, ['passwordConfirmation']])
  expect(await errorsOf({})).toEqual([422, ['password', 'passwordConfirmation']])
  expect(await errorsOf({ ...newPassword, active: true })).toEqual([403, []])
  expect((await use(token)).status).toBe(200)
})

test('whoever was signed in at the browser is so no longer when somebody else uses a link there', async () => {
  const { ana, link, use, browser } = await office()
  const token = await link('resetPassword', 2)
  const former = browser()
  former.cookie = ana.cookie

  await use(token, ana)

  expect(await (await ana.get('/api/auth/me')).json()).toMatchObject({ user: { id: 2 } })
  expect((await former.get('/api/auth/me')).status).toBe(401)
})

test('no account of the demo is entered by a link in production', async () => {
  const { ana, link, tell, use } = await office({
    NODE_ENV: 'production',
    FICHA_PUBLIC_URL: 'https://a.exemplo.com.br',
  })
  await ana.patch('/api/users/2', { email: 'otto@ficha.local' }, { 'If-Match': '*' })
  const token = await link('resetPassword', 2)

  expect(await tell(token)).toMatchObject(gone)
  expect(await use(token)).toMatchObject(gone)
})

test('the token itself is stored nowhere and logged nowhere', async () => {
  const { link, tell, use, database, lines } = await office()
  const token = await link('resetPassword', 2)
  await tell(token)
  const stored = JSON.stringify(await database.read('SELECT * FROM one_time_links'))
  await use(token)

  expect(stored).toMatch(/reset/)
  expect(stored + lines.join()).not.toContain(token)
})

test('refusals come in the language of the reader', async () => {
  const { browser } = await office()

  const answer = await browser().post('/api/auth/link', { token: 'x' }, { 'Accept-Language': 'en' })

  expect(await answer.json()).toMatchObject({
    detail: 'This link was used already or is past its time. Ask whoever administers the users for a new one.',
  })
})

test('from another site no link is used', async () => {
  const { link, use, browser } = await office()
  const token = await link('resetPassword', 2)
  const answer = await browser().post(
    '/api/auth/link/password',
    { token, ...newPassword },
    { 'Sec-Fetch-Site': 'cross-site' },
  )

  expect(answer.status).toBe(403)
  expect((await use(token)).status).toBe(200)
})

/** A link to the password of somebody who may do little, given out by somebody who may do as much. */
async function givenOut() {
  const opened = await shop()
  const { administrator, person, anonymous } = opened
  const reading = allow('read', 'customer')
  const clerk = await person({ rules: [allow(['read', 'invite', 'resetPassword'], 'user'), reading] })
  const strong = await administrator.make('permissionGroup', { name: 'Fortes', rules: [allow('delete', 'customer')] })
  const weak = await administrator.make('permissionGroup', { name: 'Leitores', rules: [reading] })
  const eva = await administrator.make('user', { name: 'Eva Sá', groups: [weak.id] })
  const { body } = await clerk.act('user', eva, 'invite')
  const token = tokenOf(body.shown[0].text)
  const tell = () => anonymous.send('POST', '/api/auth/link', { body: { token } })
  const use = () => anonymous.send('POST', '/api/auth/link/password', { body: { token, ...newPassword } })
  const change = (id: number, values: object) => administrator.update('user', { id, version: 0 }, values, '*')
  const works = async () => (await tell()).status === 200
  return { ...opened, clerk, strong, weak, eva: eva.id, tell, use, change, works }
}

test.each([
  ['group', ({ strong, weak }: Given) => ({ groups: [weak.id, strong.id] })],
  ['brand', ({ brands }: Given) => ({ brand: brands.sul.id })],
])('a link does not work when its person has another %s', async (_, values) => {
  const given = await givenOut()
  const { eva, change, works, tell, use, database } = given
  expect(await works()).toBe(true)

  expect((await change(eva, values(given))).status).toBe(200)

  expect([await tell(), await use()]).toMatchObject([gone, gone])
  expect(await database.read('SELECT id FROM one_time_links')).toEqual([])
})

test('a link does not work when its person is put into a group, or taken out of one', async () => {
  for (const method of ['POST', 'DELETE']) {
    const { administrator, eva, weak, tell, use } = await givenOut()
    const other = await administrator.make('permissionGroup', { name: 'Outros' })
    const path = `/api/permission-groups/${method === 'POST' ? other.id : weak.id}/members`
    const answer = await (method === 'POST'
      ? administrator.send(method, path, { body: { user: eva } })
      : administrator.send(method, `${path}/${eva}`))
    expect(answer.status).toBeLessThan(300)

    expect([await tell(), await use()]).toMatchObject([gone, gone])
  }
})

test('a link does not work when its person may do more by now than who gave it out', async () => {
  const { administrator, weak, tell, use, works } = await givenOut()
  const read = async () => (await administrator.read('permissionGroup', weak.id)).body
  await administrator.update('permissionGroup', await read(), { rules: [allow(['read', 'delete'], 'customer')] })
  expect([await tell(), await use()]).toMatchObject([gone, gone])

  await administrator.update('permissionGroup', await read(), { rules: [allow('read', 'customer')] })
  expect(await works()).toBe(true)
  expect((await use()).status).toBe(200)
})

test.each([
  ['is not active any more', (clerk: number, { change }: Given) => change(clerk, { active: false })],
  ['has fewer rights now', (clerk: number, { change }: Given) => change(clerk, { groups: [] })],
  [
    'is gone',
    (clerk: number, { administrator }: Given) => administrator.remove('user', { id: clerk, version: 0 }, '*'),
  ],
])('a link does not work when who gave it out %s', async (_, happen) => {
  const given = await givenOut()
  const { clerk, tell, use, works } = given
  expect(await works()).toBe(true)

  expect((await happen(clerk.user, given)).status).toBeLessThan(300)

  expect([await tell(), await use()]).toMatchObject([gone, gone])
})

test('a link of before its issuer was known does not work', async () => {
  const { database, tell, use } = await givenOut()
  await database.write((scope) => scope.run('UPDATE one_time_links SET issued_by = NULL'))

  expect([await tell(), await use()]).toMatchObject([gone, gone])
})

type Given = Awaited<ReturnType<typeof givenOut>>
