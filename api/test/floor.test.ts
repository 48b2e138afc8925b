import { expect, test } from 'vitest'
import { fromOwnPage, frontDoor, problemOf, signedIn } from './front-door.ts'

test.each([
  ['from another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['from a sibling host', { 'Sec-Fetch-Site': 'same-site' }],
  ['from nowhere', { 'Sec-Fetch-Site': 'none' }],
  ['that claims our origin from another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://localhost' }],
  ['of an older browser, with another origin', { Origin: 'http://evil.example' }],
  ['of an older browser, with an opaque origin', { Origin: 'null' }],
  ['of an older browser, with our name inside theirs', { Origin: 'http://localhost.evil.example' }],
  ['without Sec-Fetch-Site and Origin', {}],
])('a change %s is refused', async (_, headers: Record<string, string>) => {
  const { app, ana } = await signedIn()

  for (const method of ['POST', 'PATCH', 'DELETE', 'PUT']) {
    const answer = await app.request('/api/customers/1', {
      method,
      headers: { Cookie: String(ana.cookie), ...headers },
    })
    expect(answer.status).toBe(403)
    expect(await problemOf(answer)).toMatchObject({ code: 'cross-site' })
  }
})

test.each([
  ['of the page itself', {}, { 'Sec-Fetch-Site': 'same-origin' }],
  ['of an older browser, with the origin of the host', {}, { Origin: 'http://localhost' }],
  [
    'of an older browser behind a proxy that ends TLS',
    {},
    { Origin: 'https://painel.exemplo.com.br', Host: 'painel.exemplo.com.br' },
  ],
  [
    'of an older browser, with the public origin',
    { FICHA_PUBLIC_URL: 'https://painel.exemplo.com.br/' },
    { Origin: 'https://painel.exemplo.com.br' },
  ],
])('a change %s is looked at', async (_, env: Record<string, string>, headers: Record<string, string>) => {
  const { app } = await frontDoor({ env })

  expect((await app.request('/api/customers/1', { method: 'DELETE', headers })).status).toBe(401)
})

test('a program that brings its own token needs no origin, and gets nothing without a good one', async () => {
  const { app } = await frontDoor()

  expect(
    (await app.request('/api/customers/1', { method: 'DELETE', headers: { Authorization: 'Bearer x' } })).status,
  ).toBe(401)
})

test.each([
  '/api/customers?q=%00',
  '/api/customers?q=%ED%A0%80',
  '/api/customers?q=%E0%A4',
  '/api/customers?name=%',
  '/api/customers/%00',
  '/%C0%AF',
])('the address %s is malformed', async (path) => {
  const { ana } = await signedIn()

  const answer = await ana.get(path)

  expect(answer.status).toBe(400)
  expect(await problemOf(answer)).toMatchObject({ code: 'malformed' })
})

test('an address that nothing answers to is 404, one that takes another method 405 with what it takes', async () => {
  const { ana, app } = await signedIn()

  const unknown = await ana.get('/api/unheard-of')
  expect(unknown.status).toBe(404)
  expect(await problemOf(unknown)).toMatchObject({ type: 'urn:ficha:problem:missing', code: 'missing' })

  const put = await app.request('/api/customers/1', {
    method: 'PUT',
    headers: { ...fromOwnPage, Cookie: String(ana.cookie) },
  })
  expect(put.status).toBe(405)
  expect(put.headers.get('Allow')?.split(', ').sort()).toEqual(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH'])
  expect(await problemOf(put)).toMatchObject({ code: 'method-not-allowed' })
})

test('HEAD answers like GET without a body, OPTIONS tells the methods and lets no other site in', async () => {
  const { ana, app } = await signedIn()
  const headers = { ...fromOwnPage, Cookie: String(ana.cookie) }

  const head = await app.request('/api/customers', { method: 'HEAD', headers })
  expect([head.status, await head.text(), head.headers.get('X-Total-Count')]).toEqual([200, '', '0'])

  const options = await app.request('/api/customers', {
    method: 'OPTIONS',
    headers: { ...headers, Origin: 'http://evil.example', 'Access-Control-Request-Method': 'POST' },
  })
  expect(options.status).toBe(204)
  expect(options.headers.get('Allow')).toContain('POST')
  expect(options.headers.get('Access-Control-Allow-Origin')).toBeNull()
})

test('every answer carries the headers that keep a browser in check', async () => {
  const { ana, app } = await signedIn()
  const answers = [
    await ana.get('/api/customers'),
    await ana.get('/api/customers/77'),
    await app.request('/api/auth/me'),
    await ana.get('/healthz'),
    await ana.get('/x'),
  ]

  for (const { headers } of answers) {
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    )
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
    expect(headers.get('X-Request-Id')).toMatch(/^[\w-]+$/)
    expect(headers.get('Strict-Transport-Security')).toBeNull()
  }
  for (const { headers } of answers.slice(1)) expect(headers.get('Cache-Control') ?? 'no-store').toBe('no-store')
})

test('behind https, browsers are told to stay there', async () => {
  const { app } = await frontDoor({ env: { FICHA_PUBLIC_URL: 'https://painel.exemplo.com.br' } })

  expect((await app.request('/healthz')).headers.get('Strict-Transport-Security')).toMatch(/^max-age=\d{8}/)
})

test('the process says that it lives, and that its database is ready', async () => {
  const { app, database } = await frontDoor()
  expect([await (await app.request('/healthz')).json(), await (await app.request('/readyz')).json()]).toEqual([
    { status: 'ok' },
    { status: 'ready' },
  ])

  await database.sequelize.query('DELETE FROM rbac_state')

  const answer = await app.request('/readyz')
  expect(answer.status).toBe(503)
  expect(await problemOf(answer)).toMatchObject({ code: 'unavailable' })
})
