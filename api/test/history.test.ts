import { expect, test } from 'vitest'
import type { HistoryEntry } from '../src/contract/history.ts'
import { destroyKey } from '../src/store/record-keys.ts'
import type { Client, Made } from './client.ts'
import { panel, zooPanel } from './panel.ts'

const historyOf = (somebody: Client, path: string, query = '') =>
  somebody.send('GET', `/api/${path}/history${query && `?${query}`}`)

/** `[action, field: before -> after, …]` of each entry, the latest first. */
const told = (entries: HistoryEntry[]) =>
  entries.map(({ action, changes }) => [action, ...changes.map(({ field, before, after }) => [field, before, after])])

test('what happens to a record is told, the latest first: who, when, what, and each value before and after', async () => {
  const { administrator } = await panel()
  const brand = await administrator.make('brand', { name: 'Acme' })
  const customer = await administrator.make('customer', {
    brand: brand.id,
    name: 'Olga Prado',
    occupation: 'Motorista',
  })
  await administrator.update('customer', customer, { occupation: 'Piloto', name: 'Olga Prado Reis' })

  const answer = await historyOf(administrator, `customers/${customer.id}`)

  expect(answer.status).toBe(200)
  expect(answer.headers.get('X-Total-Count')).toBe('2')
  expect(answer.body[0]).toMatchObject({
    action: 'update',
    label: 'Alterado',
    by: { id: 1, name: 'Ana Reis' },
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    version: 2,
  })
  expect(answer.body[0].changes).toEqual(
    expect.arrayContaining([
      { field: 'occupation', before: 'Motorista', after: 'Piloto' },
      { field: 'name', before: 'Olga Prado', after: 'Olga Prado Reis' },
    ]),
  )
  expect(answer.body[0].changes).toHaveLength(2)
  expect(answer.body[1]).toMatchObject({ action: 'create', label: 'Criado', version: 1 })
  expect(answer.body[1].changes).toContainEqual({
    field: 'brand',
    before: null,
    after: { id: brand.id, title: 'Acme' },
  })
})

test('the reason of a status stands with its change, also when it is the same again', async () => {
  const { administrator } = await panel()
  const customer = await administrator.make('customer')
  const block = { status: 'blocked', statusReason: 'A pedido' }
  const blocked = await administrator.update('customer', customer, block)
  const again = await administrator.update('customer', blocked.body, { status: 'active' })
  await administrator.update('customer', again.body, block)

  const { body } = await historyOf(administrator, `customers/${customer.id}`)

  expect(told(body.slice(0, 1))).toEqual([
    ['update', ['status', 'active', 'blocked'], ['statusReason', 'A pedido', 'A pedido']],
  ])
})

test('a refused write, and one that changes nothing, leave no trace', async () => {
  const { administrator } = await panel()
  const customer = await administrator.make('customer', { name: 'Olga Prado' })

  await administrator.update('customer', customer, { name: 'O' })
  await administrator.update('customer', customer, { name: 'Eva Sá' }, '"9"')
  await administrator.update('customer', customer, { status: 'blocked' })
  await administrator.update('customer', customer, { name: 'Olga Prado' })

  expect((await historyOf(administrator, `customers/${customer.id}`)).body).toHaveLength(1)
})

test('an action is told under its own name on the record it ran on, with its parts of other records', async () => {
  const { administrator } = await zooPanel()
  const there = await administrator.make('enclosure', { name: 'Lago' })
  const visit = await administrator.make('visit')
  await administrator.act('visit', visit, 'move', { enclosure: there.id, minutes: 45 })
  await administrator.bulk('visit', 'closeAll', {})

  const [moved] = (await historyOf(administrator, `visits/${visit.id}`)).body
  const [closed] = (await historyOf(administrator, `enclosures/${there.id}`)).body

  expect(moved).toMatchObject({ action: 'move', label: 'Mudar de recinto', by: { name: 'Ana Reis' } })
  expect(moved.changes).toContainEqual({ field: 'minutes', before: 30, after: 45 })
  expect(closed).toMatchObject({ action: 'update', cause: 'Fechar tudo (Visita)' })
  expect(told([closed])).toEqual([['update', ['open', true, false]]])
})

test('an action that changes nothing of its record is told all the same', async () => {
  const { administrator } = await panel()
  const user = await administrator.make('user', { name: 'Eva Sá' })
  await administrator.act('user', user, 'invite')

  expect((await historyOf(administrator, `users/${user.id}`)).body[0]).toMatchObject({
    action: 'invite',
    changes: [],
  })
})

test('of a password there is only that it changed', async () => {
  const { administrator, database } = await panel()
  const user = await administrator.make('user', { name: 'Eva Sá' })
  await administrator.update('user', user, { password: 'cavalo manso 9', passwordConfirmation: 'cavalo manso 9' })

  const [entry] = (await historyOf(administrator, `users/${user.id}`)).body

  expect(entry.changes).toContainEqual({ field: 'password', secret: true })
  expect(JSON.stringify(await database.read('SELECT * FROM history'))).not.toMatch(/argon2|cavalo manso/)
})

test('a deleted record stays in the history, and so do the parts that went with it', async () => {
  const { administrator, database } = await panel()
  const customer = await administrator.make('customer')
  const contact = await administrator.make('contact', {
    customer: customer.id,
    name: 'Rui Prado',
    email: 'rui@exemplo.com.br',
  })

  await administrator.remove('customer', customer)

  const rows = await database.read(
    `SELECT resource, record_id, action, cause FROM history WHERE action = 'delete' ORDER BY id`,
  )
  expect(rows).toEqual([
    { resource: 'contact', record_id: contact.id, action: 'delete', cause: 'customer.delete' },
    { resource: 'customer', record_id: customer.id, action: 'delete', cause: null },
  ])
  expect((await historyOf(administrator, `customers/${customer.id}`)).status).toBe(404)
})

test('personal values are sealed with the key of the customer, those of contacts too, and gone with it', async () => {
  const { administrator, database } = await panel()
  const customer = await administrator.make('customer', { name: 'Olga Prado', occupation: 'Motorista' })
  const contact = await administrator.make('contact', {
    customer: customer.id,
    name: 'Rui Prado',
    email: 'rui@exemplo.com.br',
  })
  await administrator.update('customer', customer, { name: 'Olga Reis', occupation: 'Piloto' })

  expect(JSON.stringify(await database.read('SELECT * FROM history'))).not.toMatch(/Olga|Rui|rui@/)
  expect(await database.read('SELECT resource, record_id FROM record_keys')).toEqual([
    { resource: 'customer', record_id: customer.id },
  ])
  expect((await historyOf(administrator, `contacts/${contact.id}`)).body[0].changes).toContainEqual({
    field: 'name',
    before: null,
    after: 'Rui Prado',
  })

  await database.write((scope) => destroyKey(scope, { resource: 'customer', id: customer.id }))

  const { body } = await historyOf(administrator, `customers/${customer.id}`)
  expect(body[0]).toMatchObject({
    erased: true,
    changes: [{ field: 'occupation', before: 'Motorista', after: 'Piloto' }],
  })
  expect(JSON.stringify([body, (await historyOf(administrator, `contacts/${contact.id}`)).body])).not.toMatch(
    /Olga Prado|Rui/,
  )
})

test('a sealed value that was put to another record opens nothing there', async () => {
  const { administrator, database } = await panel()
  const one = await administrator.make('customer', { name: 'Olga Prado' })
  const other = await administrator.make('customer', { name: 'Eva Sá' })
  const [row] = await database.read<{ sealed: string }>(
    'SELECT sealed FROM history WHERE resource = $1 AND record_id = $2',
    ['customer', one.id],
  )
  await database.write((scope) =>
    scope.run('UPDATE history SET sealed = $1 WHERE resource = $2 AND record_id = $3', [
      String(row?.sealed),
      'customer',
      other.id,
    ]),
  )

  const { body } = await historyOf(administrator, `customers/${other.id}`)

  expect(body[0].erased).toBe(true)
  expect(JSON.stringify(body)).not.toMatch(/Olga/)
})

test('it comes in pages, and takes no parameter that it does not know', async () => {
  const { administrator } = await panel()
  let record: Made = await administrator.make('brand', { name: 'Marca 0' })
  for (let number = 1; number <= 4; number++) {
    record = (await administrator.update('brand', record, { name: `Marca ${number}` })).body
  }
  const path = `brands/${record.id}`

  const page = await historyOf(administrator, path, '_start=1&_end=3')

  expect(page.headers.get('X-Total-Count')).toBe('5')
  expect(page.body.map(({ version }: HistoryEntry) => version)).toEqual([4, 3])
  expect((await historyOf(administrator, path, '_start=1&_end=900')).status).toBe(400)
  expect((await historyOf(administrator, path, 'name=Marca')).status).toBe(400)
})
