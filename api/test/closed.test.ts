import { expect, test } from 'vitest'
import type { Client } from './client.ts'
import { panel, zooPanel } from './panel.ts'

type Opened = Awaited<ReturnType<typeof panel>>

/** Every address that a handler answers at, whatever it is for: a new one is in this test before anybody thinks of it. */
function addresses({ app }: Pick<Opened, 'app'>): string[] {
  const handled = app.routes.filter(({ method, path }) => method !== 'ALL' && path !== '/*' && path !== '*')
  return [...new Set(handled.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, '1')}`))].toSorted()
}

/** What anybody may ask. */
const open = [
  'GET /healthz',
  'GET /readyz',
  'POST /api/auth/link',
  'POST /api/auth/link/password',
  'POST /api/auth/set-up',
  'POST /api/auth/sign-in',
  'POST /api/auth/sign-out',
]

/** What whoever is signed in may ask, about themselves and about what they may see. */
const own = [
  'DELETE /api/auth/sessions',
  'DELETE /api/auth/sessions/1',
  'DELETE /api/permissions/view-as',
  'GET /api/auth/me',
  'GET /api/auth/sessions',
  'GET /api/docs',
  'GET /api/events',
  'GET /api/meta',
  'GET /api/openapi.json',
  'POST /api/auth/password',
  'POST /api/permissions/explain',
]

async function ask(client: Client, address: string) {
  const [method = '', path = ''] = address.split(' ')
  const { status, body } = await client.send(method, path, {
    headers: { 'If-Match': '*' },
    ...(method !== 'GET' && { body: {} }),
  })
  return { address, status, code: body?.code }
}

test.each([
  ['the shipped product', panel],
  ['any resources', zooPanel],
])('without a session nothing of %s answers but the door', async (_, open_) => {
  const opened = await open_()
  const closed = addresses(opened).filter((address) => !open.includes(address))
  expect(closed.length).toBeGreaterThan(20)
  for (const address of closed)
    expect(await ask(opened.anonymous, address)).toEqual({ address, status: 401, code: 'unauthenticated' })
})

test.each([
  ['the shipped product', panel],
  ['any resources', zooPanel],
])('to a person in no group nothing of %s answers but what is their own', async (_, open_) => {
  const opened = await open_()
  const closed = addresses(opened).filter((address) => ![...open, ...own].includes(address))
  expect(closed.length).toBeGreaterThan(15)
  const nobody = await opened.as('nobody')
  for (const address of closed) expect(await ask(nobody, address)).toEqual({ address, status: 403, code: 'forbidden' })
})

test('whether a record exists is told to nobody who may not see it', async () => {
  const { administrator, as } = await zooPanel()
  const visit = await administrator.make('visit')
  const nobody = await as('nobody')
  const texts = async (id: number) =>
    Promise.all(
      ['GET', 'PATCH', 'DELETE'].map(
        async (method) =>
          (
            await nobody.send(method, `/api/visits/${id}`, {
              headers: { 'If-Match': '*' },
              ...(method === 'PATCH' && { body: {} }),
            })
          ).text,
      ),
    )
  expect(await texts(visit.id)).toEqual(await texts(999))
})

test('the open addresses and the own ones are all there is', async () => {
  const there = addresses(await panel())
  expect(there).toEqual(expect.arrayContaining(open))
  expect(there).toEqual(expect.arrayContaining(own))
})
