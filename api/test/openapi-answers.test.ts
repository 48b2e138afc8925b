import { expect, test } from 'vitest'
import { samples } from '../src/define/kinds/samples.ts'
import type { Client } from './client.ts'
import { Described } from './described.ts'
import { panel, panelOf, zooPanel } from './panel.ts'
import { taskResources } from './task.ts'
import { plainKinds } from './zoo.ts'

/** Holds every further answer to these clients against the document. */
async function watched(administrator: Client, ...others: Client[]): Promise<Described> {
  const document = new Described((await administrator.send('GET', '/api/openapi.json')).body)
  for (const client of [administrator, ...others]) client.watch = document.watch
  return document
}

test('records of every kind are answered as the document says', async () => {
  const { administrator } = await zooPanel()
  const document = await watched(administrator)
  const enclosure = await administrator.make('enclosure')
  for (const kind of plainKinds) {
    for (const [sent] of samples[kind].good)
      await administrator.make('zoo', { [`${kind}Value`]: sent, enclosure: enclosure.id, enclosures: [enclosure.id] })
  }
  const bare = await administrator.make('zoo')

  await administrator.list('zoo', '_end=200')
  await administrator.list('zoo', '_fields=name&_sort=enclosure&q=zoo')
  await administrator.lookup('enclosure')
  await administrator.lookup('zoo', 'ids=1,2')
  await administrator.read('zoo', bare.id)
  await administrator.update('zoo', bare, { name: 'Outro' })
  await administrator.send('GET', `/api/zoos/${bare.id}/history`)
  await administrator.remove('zoo', bare, '*')

  expect([...document.seen].toSorted()).toEqual(
    [
      'createEnclosure 201',
      'createZoo 201',
      'deleteZoo 204',
      'historyZoo 200',
      'listZoos 200',
      'lookupEnclosures 200',
      'lookupZoos 200',
      'readZoo 200',
      'updateZoo 200',
    ].toSorted(),
  )
})

test('actions are answered as the document says', async () => {
  const { administrator } = await panelOf('tasks', taskResources)
  const document = await watched(administrator)
  const [one, two, three] = [
    await administrator.make('task'),
    await administrator.make('task'),
    await administrator.make('task'),
  ]

  await administrator.act('task', one, 'finish')
  await administrator.act('task', one, 'finish')
  await administrator.act('task', { ...one, version: 2 }, 'finish')
  await administrator.act('task', two, 'split', { parts: 99 })
  await administrator.act('task', two, 'split')
  await administrator.act('task', two, 'split')
  await administrator.bulk('task', 'finish', { records: [{ id: three.id, version: 1 }] })
  await administrator.bulk('task', 'finish', { records: [{ id: three.id }] })
  await administrator.bulk('task', 'finish', { records: [{ id: three.id, version: 1 }] })
  await administrator.bulk('task', 'finish', { nothing: 1 })
  await administrator.bulk('task', 'renameAll', { input: { name: 'Igual' } })
  await administrator.bulk('task', 'renameAll', { input: {} })

  expect([...document.seen].toSorted()).toEqual(
    [
      'createTask 201',
      ...[200, 409, 412].map((status) => `finishTask ${status}`),
      ...[200, 403, 412, 428].map((status) => `finishTasks ${status}`),
      ...[200, 422].map((status) => `renameAllTasks ${status}`),
      ...[200, 404, 422].map((status) => `splitTask ${status}`),
    ].toSorted(),
  )
})

test('refusals are answered as the document says', async () => {
  const { administrator, anonymous, as } = await panel()
  const nobody = await as('nobody')
  const document = await watched(administrator, anonymous, nobody)
  const customer = await administrator.make('customer', { postalCode: '01310-100', state: 'RJ', cpf: '111.444.777-35' })
  const again = {
    brand: (customer.brand as { id: number }).id,
    name: 'Ana',
    email: 'ana@exemplo.com.br',
    cpf: '111.444.777-35',
  } // `make` gave it one
  const path = `/api/customers/${customer.id}`
  const sent = { headers: { 'If-Match': '"1"' }, body: {} }

  for (const client of [anonymous, nobody]) {
    await client.list('customer')
    await client.lookup('customer')
    await client.read('customer', 1)
    await client.create('customer', {})
    await client.send('PATCH', path, sent)
    await client.send('DELETE', path, sent)
  }
  await administrator.list('customer', '_end=0')
  await administrator.list('customer', 'nothing=1')
  await administrator.lookup('customer', 'ids=x')
  await administrator.read('customer', '1.0')
  await administrator.read('customer', 999)
  await administrator.create('customer', {})
  await administrator.create('customer', { nothing: 1 })
  await administrator.create('customer', again)
  await administrator.create('customer', '{')
  await administrator.create('customer', `{"name":"${'x'.repeat(1024 * 1024)}"}`)
  await administrator.send('POST', '/api/customers', { body: '{}', headers: { 'Content-Type': 'text/plain' } })
  await administrator.send('PATCH', path, { body: {} })
  await administrator.update('customer', customer, { name: 'A' })
  await administrator.update('customer', customer, {}, '"9"')
  await administrator.update('customer', { id: 999, version: 1 }, {})
  await administrator.remove('brand', { id: again.brand, version: 1 })
  await administrator.remove('customer', customer, '"9"')
  await administrator.remove('customer', customer, '9')

  const seen = (operation: string) =>
    [...document.seen].flatMap((one) => (one.startsWith(`${operation} `) ? Number(one.split(' ')[1]) : [])).toSorted()
  expect(seen('listCustomers')).toEqual([400, 401, 403])
  expect(seen('lookupCustomers')).toEqual([400, 401, 403])
  expect(seen('readCustomer')).toEqual([400, 401, 403, 404])
  expect(seen('createCustomer')).toEqual([201, 400, 401, 403, 409, 413, 415, 422])
  expect(seen('updateCustomer')).toEqual([401, 403, 404, 412, 422, 428])
  expect(seen('deleteCustomer')).toEqual([400, 401, 403, 412])
  expect(seen('deleteBrand')).toEqual([409])
})

test('what is of no resource is answered as the document says', async () => {
  const { administrator, anonymous, as } = await panel()
  const document = await watched(administrator, anonymous)
  const signIn = (body: object) => anonymous.send('POST', '/api/auth/sign-in', { body })
  const password = 'correto cavalo bateria'
  const change = (body: object) => administrator.send('POST', '/api/auth/password', { body })
  await as('administrator')

  for (const path of ['/healthz', '/readyz']) await anonymous.send('GET', path)
  for (const path of ['/api/meta', '/api/openapi.json', '/api/docs', '/api/auth/me', '/api/auth/sessions']) {
    const { headers } = await administrator.send('GET', path)
    await administrator.send('GET', path, { headers: { 'If-None-Match': headers.get('ETag') ?? '' } })
    await anonymous.send('GET', path)
  }
  await signIn({ email: 'ana@exemplo.com.br', password })
  await signIn({ email: 'ana@exemplo.com.br', password: 'errada' })
  await signIn({})
  await anonymous.send('POST', '/api/auth/sign-in', { body: {}, headers: { 'Sec-Fetch-Site': 'cross-site' } })
  await anonymous.send('POST', '/api/auth/sign-out')
  await anonymous.send('POST', '/api/auth/set-up', {
    body: { token: 'x', name: 'Eva', email: 'e', password: 'x', passwordConfirmation: 'x' },
  })
  await administrator.send('DELETE', '/api/auth/sessions/999')
  await administrator.send('DELETE', '/api/auth/sessions')
  await change({ current: 'errada', password: 'outro cavalo', passwordConfirmation: 'outro cavalo' })
  await change({ current: password, password: 'outro cavalo', passwordConfirmation: 'outro cavalo' })

  expect([...document.seen]).toEqual(
    expect.arrayContaining([
      'meta 200',
      'meta 304',
      'openapi 304',
      'docs 200',
      'me 200',
      'me 401',
      'signIn 200',
      'signIn 400',
      'signIn 401',
      'signIn 403',
      'setUp 403',
      'endSession 404',
      'endOtherSessions 204',
      'changePassword 204',
      'changePassword 422',
      'readyz 200',
    ]),
  )
})
