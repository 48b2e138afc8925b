import { expect, test } from 'vitest'
import { later, minuteMs } from './clock.ts'
import { administrator, frontDoor, operator, problemOf } from './front-door.ts'

test('a guesser has to wait, and cannot lock out the owner who comes from elsewhere', async () => {
  const { browser } = await frontDoor({ env: { FICHA_TRUST_PROXY: 'true', FICHA_SIGN_IN_ATTEMPTS: '3' } })
  const from = (address: string) => ({ 'X-Forwarded-For': address })
  const guess = () => browser().signIn({ ...administrator, password: 'chute' }, from('198.51.100.1'))

  for (let round = 0; round < 3; round += 1) expect((await guess()).status).toBe(401)
  const refused = await guess()

  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(await problemOf(refused)).toMatchObject({
    code: 'too-many',
    detail: expect.stringMatching(/Espere \d+ segundos/),
  })
  expect((await browser().signIn(administrator, from('198.51.100.1'))).status).toBe(429)
  expect((await browser().signIn(operator, from('198.51.100.1'))).status).toBe(200)
  expect((await browser().signIn(administrator, from('203.0.113.9'))).status).toBe(200)
})

test('guesses made all at once are counted, every one', async () => {
  const { browser } = await frontDoor({ env: { FICHA_SIGN_IN_ATTEMPTS: '3' } })

  const answers = await Promise.all(
    Array.from({ length: 10 }, () => browser().signIn({ ...administrator, password: 'chute' })),
  )

  expect(answers.filter(({ status }) => status === 401)).toHaveLength(3)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
})

test('right passwords never count', async () => {
  const { browser } = await frontDoor({ env: { FICHA_SIGN_IN_ATTEMPTS: '2', FICHA_SIGN_IN_ATTEMPTS_PER_ADDRESS: '2' } })

  for (let round = 0; round < 6; round += 1) expect((await browser().signIn(administrator)).status).toBe(200)
})

test('one address that tries many accounts has to wait too, and a whole IPv6 network is one address', async () => {
  const { browser } = await frontDoor({ env: { FICHA_TRUST_PROXY: 'true', FICHA_SIGN_IN_ATTEMPTS_PER_ADDRESS: '3' } })
  const guess = (serial: number, address: string) =>
    browser().signIn({ email: `alguem${serial}@exemplo.com.br`, password: 'chute' }, { 'X-Forwarded-For': address })

  for (let serial = 1; serial <= 3; serial += 1) expect((await guess(serial, `2001:db8::${serial}`)).status).toBe(401)

  expect((await guess(4, '2001:db8:0:0:ffff::4')).status).toBe(429)
  expect((await guess(4, '2001:db8:0:1::4')).status).toBe(401)
})

test('wrong attempts are forgotten after a while', async () => {
  const { browser } = await frontDoor({ env: { FICHA_SIGN_IN_ATTEMPTS: '1' } })
  await browser().signIn({ ...administrator, password: 'chute' })
  expect((await browser().signIn(administrator)).status).toBe(429)

  later(16 * minuteMs)

  expect((await browser().signIn(administrator)).status).toBe(200)
})
