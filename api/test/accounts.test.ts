import { expect, test } from 'vitest'
import { Described } from './described.ts'
import { operator } from './front-door.ts'
import { newPassword, office, tokenOf } from './links.ts'
import { panel } from './panel.ts'
import { refused } from './rows.ts'

const english = { 'Accept-Language': 'en' }

test('an invitation shows its link to whoever runs it, at the public address', async () => {
  const { make, act } = await office({ FICHA_PUBLIC_URL: 'https://painel.exemplo.com.br' })
  const id = await make({})

  const { status, body } = await act('invite', id)

  expect(status).toBe(200)
  expect(body).toMatchObject({ message: 'Convite criado.', record: { id, name: 'Eva Sá' } })
  expect(body.shown).toEqual([
    {
      label: 'Link do convite, vale por 72 horas',
      text: expect.stringMatching(/^https:\/\/painel\.exemplo\.com\.br\/set-password#[\w-]{43}$/),
    },
  ])
})

test('without a public address links lead to this machine, at the port it listens on', async () => {
  const { act } = await office({ PORT: '3456' })

  const { body } = await act('resetPassword', 2)

  expect(body.shown[0].text).toMatch(/^http:\/\/localhost:3456\/set-password#/)
})

test('what is shown comes in the language of the reader', async () => {
  const { make, act } = await office()
  const id = await make({})

  expect((await act('invite', id, english)).body).toMatchObject({
    message: 'Invitation made.',
    shown: [{ label: 'Link of the invitation, works for 72 hours' }],
  })
  expect((await act('resetPassword', 2, english)).body).toMatchObject({
    message: 'Sessions ended, link made.',
    shown: [{ label: 'Link to the new password, works for 24 hours' }],
  })
})

test('who has a password is not invited, and who has none has none to reset', async () => {
  const { make, act } = await office()
  const id = await make({})

  expect(await act('invite', 2)).toMatchObject({
    status: 409,
    body: { detail: 'Esta pessoa já tem senha. Para ela escolher outra, use Redefinir senha.' },
  })
  expect((await act('invite', 2, english)).body.detail).toBe(
    'This person has a password already. For them to choose another, use Reset password.',
  )
  expect(await act('resetPassword', id)).toMatchObject({
    status: 409,
    body: { detail: 'Esta pessoa ainda não tem senha. Use Convidar.' },
  })
})

test('nobody gets a link to their own account', async () => {
  const { act, ana } = await office()

  expect(await act('resetPassword', 1)).toMatchObject({
    status: 409,
    body: { detail: 'Para a sua própria conta, use Trocar senha no menu com o seu nome.' },
  })
  expect((await ana.get('/api/auth/me')).status).toBe(200)
})

test('who is not active gets no link', async () => {
  const { make, act } = await office()
  const id = await make({ active: false })

  expect(await act('invite', id)).toMatchObject({
    status: 409,
    body: { detail: 'Esta pessoa está inativa e não pode entrar. Ative-a antes.' },
  })
})

test('a refused action leaves the former link, the sessions and everything else as they are', async () => {
  const opened = await panel()
  const { administrator, anonymous, person, cookieFor } = opened
  const user = await administrator.make('user')
  const { body } = await administrator.act('user', user, 'invite')
  await cookieFor(user.id)
  const reader = await person({ rules: [{ actions: ['read'], subject: 'user' }] })

  const answers = await refused(opened, async () => [
    await administrator.act('user', { ...user, version: 9 }, 'invite'),
    await administrator.act('user', user, 'resetPassword'),
    await administrator.act('user', { id: 999, version: 1 }, 'invite'),
    await reader.act('user', user, 'invite'),
    await reader.act('user', user, 'endSessions'),
  ])

  expect(answers.map(({ status }) => status)).toEqual([412, 409, 404, 403, 403])
  const token = tokenOf(body.shown[0].text)
  expect((await anonymous.send('POST', '/api/auth/link', { body: { token } })).status).toBe(200)
})

test('all sessions of a user end, and nobody else’s', async () => {
  const { act, ana, browser } = await office()
  const [desk, phone] = [browser(), browser()]
  await desk.signIn(operator)
  await phone.signIn(operator)

  const { status, body } = await act('endSessions', 2)

  expect([status, body.message, body.shown]).toEqual([200, 'Sessões encerradas.', undefined])
  expect([(await desk.get('/api/auth/me')).status, (await phone.get('/api/auth/me')).status]).toEqual([401, 401])
  expect((await ana.get('/api/auth/me')).status).toBe(200)
  expect((await desk.signIn(operator)).status).toBe(200)
})

test('sessions of many users end at once', async () => {
  const { administrator, app, cookieFor } = await panel()
  const users = [await administrator.make('user'), await administrator.make('user')]
  const cookies = await Promise.all(users.map(({ id }) => cookieFor(id)))
  const records = users.map(({ id, version }) => ({ id, version }))

  const { status, body } = await administrator.bulk('user', 'endSessions', { records })

  expect([status, body.records.length]).toEqual([200, 2])
  for (const Cookie of cookies) expect((await app.request('/api/auth/me', { headers: { Cookie } })).status).toBe(401)
})

test('a user may be made without a password, and keeps the rules of one that is written', async () => {
  const opened = await panel()
  const { administrator, database } = opened
  const eva = { name: 'Eva Sá', email: 'eva@exemplo.com.br' }
  const bad = await refused(opened, async () => [
    await administrator.create('user', { ...eva, password: 'outro cavalo' }),
    await administrator.create('user', { ...eva, passwordConfirmation: 'outro cavalo' }),
    await administrator.create('user', { ...eva, password: 'curta', passwordConfirmation: 'curta' }),
  ])
  expect(bad.map(({ status, body }) => [status, Object.keys(body.errors)])).toEqual([
    [422, ['passwordConfirmation']],
    [422, ['passwordConfirmation']],
    [422, ['password']],
  ])

  for (const [at, password] of [undefined, null, '', '   '].entries()) {
    const email = `eva.${at}@exemplo.com.br`
    expect((await administrator.create('user', { ...eva, email, password })).status).toBe(201)
    expect(await database.read('SELECT password FROM users WHERE email = $1', [email])).toEqual([{ password: null }])
  }
})

test('links are answered as the document says', async () => {
  const { administrator, anonymous } = await panel()
  const document = new Described((await administrator.send('GET', '/api/openapi.json')).body)
  administrator.watch = document.watch
  anonymous.watch = document.watch
  const user = await administrator.make('user')
  const { body } = await administrator.act('user', user, 'invite')
  const token = tokenOf(body.shown[0].text)
  const send = (path: string, body: object) => anonymous.send('POST', `/api/auth/link${path}`, { body })

  await administrator.act('user', user, 'resetPassword')
  await administrator.bulk('user', 'endSessions', { records: [{ id: user.id, version: 1 }] })
  await send('', { token })
  await send('', {})
  await send('/password', { token, password: 'x', passwordConfirmation: 'x' })
  await send('/password', { token, ...newPassword })
  await send('/password', { token, ...newPassword })

  expect([...document.seen].toSorted()).toEqual(
    [
      'createUser 201',
      'inviteUser 200',
      'resetPasswordUser 409',
      'endSessionsUsers 200',
      ...[200, 422].map((status) => `readLink ${status}`),
      ...[200, 403, 422].map((status) => `setPassword ${status}`),
    ].toSorted(),
  )
})
