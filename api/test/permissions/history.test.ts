import { expect, test } from 'vitest'
import type { HistoryEntry } from '../../src/contract/history.ts'
import type { Client } from '../client.ts'
import { panel } from '../panel.ts'

const historyOf = (somebody: Client, path: string) => somebody.send('GET', `/api/${path}/history`)

const fieldsOf = (entries: HistoryEntry[]) => entries.map(({ changes }) => changes.map(({ field }) => field))

/** A customer who changed occupation, then e-mail, then both. */
async function changedCustomer() {
  const { administrator, person } = await panel()
  const made = await administrator.make('customer', { occupation: 'Motorista', email: 'um@exemplo.com.br' })
  const one = await administrator.update('customer', made, { occupation: 'Piloto' })
  const two = await administrator.update('customer', one.body, { email: 'dois@exemplo.com.br' })
  await administrator.update('customer', two.body, { occupation: 'Guia', email: 'tres@exemplo.com.br' })
  return { administrator, person, id: made.id }
}

test('of fields that one may never read there is nothing, nor of entries that are about nothing else', async () => {
  const { person, id } = await changedCustomer()
  const reader = await person({ rules: [{ actions: ['read'], subject: 'customer', fields: ['name', 'occupation'] }] })

  const answer = await historyOf(reader, `customers/${id}`)

  expect(fieldsOf(answer.body)).toEqual([['occupation'], ['occupation'], expect.arrayContaining(['occupation'])])
  expect(answer.headers.get('X-Total-Count')).toBe('3')
  expect(answer.text).not.toMatch(/exemplo|email/)
})

test('the history of a record that one does not see is that of none, and a resource that one may not read has none', async () => {
  const { person, id } = await changedCustomer()
  const limited = await person({
    rules: [{ actions: ['read'], subject: 'customer', conditions: { status: 'cancelled' } }],
  })
  const stranger = await person({ rules: [{ actions: ['read'], subject: 'brand' }] })

  const [hidden, missing] = [await historyOf(limited, `customers/${id}`), await historyOf(limited, 'customers/999999')]
  expect([hidden.status, missing.status]).toEqual([404, 404])
  expect(hidden.text).toBe(missing.text)
  expect((await historyOf(stranger, `customers/${id}`)).status).toBe(403)
})

test('names of people and of other records are there for those who may read them', async () => {
  const { administrator, person } = await panel()
  const brand = await administrator.make('brand', { name: 'Acme' })
  const { id } = await administrator.make('customer', { brand: brand.id })
  const reader = await person({ rules: [{ actions: ['read'], subject: 'customer' }] })

  const [entry] = (await historyOf(reader, `customers/${id}`)).body

  expect(entry.by).toEqual({ id: 1 })
  expect(entry.changes).toContainEqual({ field: 'brand', before: null, after: { id: brand.id } })
})

test('a field that one may read of some records only is told as far as one might have read it then', async () => {
  const { administrator, person } = await panel()
  const made = await administrator.make('customer', { occupation: 'Motorista' })
  const piloted = await administrator.update('customer', made, { occupation: 'Piloto' })
  const blocked = await administrator.update('customer', piloted.body, { status: 'blocked', statusReason: 'x' })
  const secret = await administrator.update('customer', blocked.body, { occupation: 'Espião' })
  const active = await administrator.update('customer', secret.body, { status: 'active' })
  await administrator.update('customer', active.body, { occupation: 'Guia' })
  const reader = await person({
    rules: [
      { actions: ['read'], subject: 'customer', fields: ['name', 'status'] },
      { actions: ['read'], subject: 'customer', fields: ['occupation'], conditions: { status: 'active' } },
    ],
  })

  const { body, text } = await historyOf(reader, `customers/${made.id}`)

  expect(fieldsOf(body)[0]).toEqual(['occupation'])
  expect(text).not.toMatch(/Motorista|Piloto/)
  expect(body.map(({ changes: [first] }: HistoryEntry) => first?.field)).toEqual([
    'occupation',
    'status',
    'status',
    expect.anything(),
  ])
})

test('a field that one may not read of this record now is not told of at all', async () => {
  const { administrator, person } = await panel()
  const made = await administrator.make('customer', { occupation: 'Motorista' })
  await administrator.update('customer', made, { status: 'blocked', statusReason: 'x' })
  const reader = await person({
    rules: [
      { actions: ['read'], subject: 'customer', fields: ['name', 'status'] },
      { actions: ['read'], subject: 'customer', fields: ['occupation'], conditions: { status: 'active' } },
    ],
  })

  expect((await historyOf(reader, `customers/${made.id}`)).text).not.toMatch(/occupation|Motorista/)
})

test('that a password changed is told to those who may set it', async () => {
  const { administrator, person } = await panel()
  const user = await administrator.make('user', { name: 'Eva Sá' })
  await administrator.update('user', user, { password: 'cavalo manso 9', passwordConfirmation: 'cavalo manso 9' })
  const reader = await person({ rules: [{ actions: ['read'], subject: 'user' }] })

  const answer = await historyOf(reader, `users/${user.id}`)

  expect(answer.status).toBe(200)
  expect(answer.text).not.toMatch(/password"/)
})

test('what one did oneself is told under one’s own name, whoever’s names one may read', async () => {
  const { administrator, person } = await panel()
  const customer = await administrator.make('customer')
  const clerk = await person({ rules: [{ actions: ['read', 'update'], subject: 'customer' }] })
  await clerk.update('customer', customer, { occupation: 'Piloto' })

  const [entry] = (await historyOf(clerk, `customers/${customer.id}`)).body

  expect(entry.by).toEqual({ id: clerk.user, name: expect.stringMatching(/^Pessoa \d+$/) })
})
