import { expect, test } from 'vitest'
import { frontDoor, operator } from './front-door.ts'

test('a change of credentials that does not say whose they are is refused, and ends nobody’s sessions', async () => {
  const { panel, database, browser } = await frontDoor()
  const otto = browser()
  await otto.signIn(operator)
  const users = panel.models.get('users')
  const names = () => database.read('SELECT email, active FROM users ORDER BY id')
  const before = await names()

  for (const where of [{}, { email: operator.email }, { id: [1, 2] }, { id: '2' }]) {
    await expect(users?.update({ active: false }, { where })).rejects.toThrow(/one user by their id/)
  }

  expect(await names()).toEqual(before)
  expect((await otto.get('/api/auth/me')).status).toBe(200)
})
