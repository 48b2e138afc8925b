import { expect, test } from 'vitest'
import type { Client } from '../client.ts'
import { allow } from './rules.ts'
import { shop } from './shop.ts'

/** Stands in records that nobody who asks here may see. */
const hidden = 'Zzyzx'

async function addresses() {
  const opened = await shop()
  const { app, administrator, brands } = opened
  const brand = await administrator.make('brand', { name: `${hidden} marca` })
  const customer = await administrator.make('customer', { name: `${hidden} cliente`, brand: brand.id })
  await administrator.make('contact', { name: `${hidden} contato`, customer: customer.id })
  const group = await administrator.make('permissionGroup', {
    name: `${hidden} grupo`,
    rules: [allow('read', 'customer', { conditions: { name: `${hidden} cliente` }, reason: `${hidden} motivo` })],
  })
  const user = await administrator.make('user', { name: `${hidden} usuário`, groups: [group.id] })
  const ids = [1, brand.id, customer.id, group.id, user.id, brands.acme.id]
  const handled = app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
  // Signing out would end the asking.
  const asked = [...new Map(handled.map((route) => [`${route.method} ${route.path}`, route])).values()].filter(
    ({ path }) => !path.endsWith('/sign-out') && !path.endsWith('/auth/sessions'),
  )
  return { ...opened, ids, asked }
}

/** Bodies that say enough for some address to answer. */
const bodies = [
  {},
  { action: 'read', subject: 'customer' },
  { user: 1, action: 'update', subject: 'user', id: 1 },
  { rules: [{ actions: ['read'], subject: 'customer' }] },
  { group: 1, rules: [] },
  { user: 1 },
  { group: 1 },
]

const queries = ['', '?subject=customer&action=read', '?mode=check', '?q=zzyzx', '?audience=customers']

/** Everything that any address answers to somebody, whatever they send. */
async function answers(client: Client, { asked, ids }: Awaited<ReturnType<typeof addresses>>): Promise<string[]> {
  const texts: string[] = []
  for (const { method, path } of asked) {
    for (const id of path.includes(':') ? ids : [1]) {
      const address = path.replace(/:\w+/g, String(id))
      const sent =
        method === 'GET' || method === 'DELETE'
          ? queries.map((query) => ({ address: address + query, body: undefined }))
          : bodies.map((body) => ({ address: `${address}${path.endsWith('import') ? '?mode=check' : ''}`, body }))
      for (const { address, body } of sent) {
        const { text, status } = await client.send(method, address, { headers: { 'If-Match': '*' }, body })
        expect([method, address, status < 500]).toEqual([method, address, true])
        texts.push(`${method} ${address} ${text}`)
      }
    }
  }
  return texts
}

test('no address answers anything of a record that the person does not see, whatever they send', {
  timeout: 240_000,
}, async () => {
  const opened = await addresses()
  const nobody = await opened.as('nobody')
  const somebody = await opened.person({
    brand: opened.brands.acme.id,
    rules: [
      allow(['read', 'create', 'update', 'delete'], 'brand', { conditions: { name: 'Acme' } }),
      allow('read', 'permissionGroup', { conditions: { id: 1 } }),
      allow('read', 'user', { conditions: { email: 'ana@exemplo.com.br' } }),
      allow('read', 'customer', { conditions: { brand: opened.brands.acme.id } }),
    ],
  })

  for (const client of [nobody, somebody]) {
    const found = (await answers(client, opened)).filter((text) => text.includes(hidden))
    expect(found).toEqual([])
  }
  const seen = await opened.administrator.list('customer')
  expect(seen.text).toContain(hidden)
})
