import { expect, test } from 'vitest'
import { samples } from '../src/define/kinds/samples.ts'
import { jsonFault } from '../src/http/floor/json-fault.ts'
import { panel } from './panel.ts'
import { refused } from './rows.ts'

const { good, bad } = samples.password

/** A user, ways to write their password, and a sign-in with it. */
async function withUser() {
  const opened = await panel()
  const { administrator, anonymous } = opened
  const user = await administrator.make('user', {
    email: 'eva@exemplo.com.br',
    password: 'correto cavalo',
    passwordConfirmation: 'correto cavalo',
  })
  const write = (body: object) => administrator.update('user', user, body, '*')
  const opens = async (password: string) =>
    (await anonymous.send('POST', '/api/auth/sign-in', { body: { email: 'eva@exemplo.com.br', password } })).status
  return { ...opened, user, write, opens }
}

test('a password is written with its confirmation, and from then on opens the account', async () => {
  const { write, opens } = await withUser()
  for (const [password] of good) {
    expect((await write({ password, passwordConfirmation: password })).status).toBe(200)
    expect(await opens(String(password))).toBe(200)
  }
  expect(await opens('correto cavalo')).toBe(401)
})

test('what will not do as a password is refused under its field', async () => {
  const opened = await withUser()
  for (const password of bad.filter((value) => jsonFault(JSON.stringify({ value })) === undefined)) {
    const { status, body } = await refused(opened, () => opened.write({ password, passwordConfirmation: password }))
    expect({ password, status, isNamed: 'password' in body.errors }).toEqual({ password, status: 422, isNamed: true })
  }
})

test('a password and its confirmation belong together', async () => {
  const opened = await withUser()
  const answers = await refused(opened, async () => [
    await opened.write({ password: 'outro cavalo' }),
    await opened.write({ password: 'outro cavalo', passwordConfirmation: 'outro cavalO' }),
    await opened.write({ password: 'outro cavalo', passwordConfirmation: '' }),
    await opened.write({ password: 'outro cavalo', passwordConfirmation: null }),
    await opened.write({ passwordConfirmation: 'outro cavalo' }),
    await opened.write({ password: '', passwordConfirmation: 'outro cavalo' }),
    await opened.administrator.create('user', { name: 'Ivo', email: 'ivo@exemplo.com.br', password: 'outro cavalo' }),
  ])
  const errors = { passwordConfirmation: ['A confirmação não é igual à senha.'] }
  expect(answers.map(({ status, body }) => [status, body.errors])).toEqual(answers.map(() => [422, errors]))
})

test('a blank password leaves the one that is there', async () => {
  const { write, opens } = await withUser()
  for (const blank of ['', null]) {
    expect((await write({ name: 'Eva Reis', password: blank, passwordConfirmation: blank })).status).toBe(200)
    expect(await opens('correto cavalo')).toBe(200)
  }
})

test('nobody reads a password or what it is kept as, anywhere', async () => {
  const { administrator, database, lines, user, write } = await withUser()
  const saved = await write({ password: 'segredo de Eva', passwordConfirmation: 'segredo de Eva' })
  const texts = [
    saved,
    await administrator.list('user'),
    await administrator.read('user', user.id),
    await administrator.lookup('user'),
    await administrator.update('user', user, { name: 'Eva Reis' }),
    await write({ password: 'curta', passwordConfirmation: 'outra' }),
  ].map(({ text }) => text)

  const [row] = await database.read<{ password: string }>('SELECT password FROM users WHERE id = $1', [user.id])
  expect(row?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect([...texts, ...lines].join()).not.toMatch(/argon2|segredo de Eva|correto cavalo/)
  expect(saved.body).not.toHaveProperty('password')
})
