import { expect, test } from 'vitest'
import { isPassword } from '../src/access/passwords.ts'
import { panel } from './panel.ts'
import { refused } from './rows.ts'

test('a login is an e-mail address that no other customer has, in whatever letters and brand', async () => {
  const opened = await panel()
  const { administrator } = opened
  await administrator.make('customer', { loginEmail: 'Ana@Exemplo.com.br' })
  const other = await administrator.make('customer')

  const answers = await refused(opened, async () => [
    await administrator.update('customer', other, { loginEmail: ' ANA@exemplo.com.br' }),
    await administrator.update('customer', other, { loginEmail: 'ana' }),
  ])

  expect(answers.map(({ status, body }) => [status, Object.keys(body.errors)])).toEqual([
    [409, ['loginEmail']],
    [422, ['loginEmail']],
  ])
  expect((await administrator.update('customer', other, { loginEmail: 'bia@exemplo.com.br' })).status).toBe(200)
})

test('the password of a customer is written twice, kept as a hash, never read, and stays where none is sent', async () => {
  const { administrator, database } = await panel()
  const customer = await administrator.make('customer', { loginEmail: 'ana@exemplo.com.br' })
  const update = (body: object) => administrator.update('customer', customer, body, '*')
  const stored = async () => {
    const [row] = await database.read<{ password: string }>('SELECT password FROM customers WHERE id = $1', [
      customer.id,
    ])
    return row?.password ?? ''
  }

  expect((await update({ password: 'correto cavalo', passwordConfirmation: 'correto' })).body.errors).toEqual({
    passwordConfirmation: ['A confirmação não é igual à senha.'],
  })
  const { status, text } = await update({ password: 'correto cavalo', passwordConfirmation: 'correto cavalo' })
  expect([status, text.includes('password')]).toEqual([200, false])
  const hash = await stored()
  expect(await isPassword('correto cavalo', hash)).toBe(true)

  await update({ password: '', passwordConfirmation: '', occupation: 'Médica' })
  expect(await stored()).toBe(hash)
  expect((await administrator.list('customer')).text).not.toContain(hash)
})
