import { describe, expect, test } from 'vitest'
import { panel } from './panel.ts'
import { refused } from './rows.ts'

const required = ['Preencha este campo.']
const together = ['Preencha também este campo: os que vão com ele estão preenchidos.']

async function withCustomer(values: object = {}) {
  const opened = await panel()
  const customer = await opened.administrator.make('customer', { name: 'Ana Reis', ...values })
  const update = (changes: object, ifMatch = '*') => opened.administrator.update('customer', customer, changes, ifMatch)
  return { ...opened, customer, update }
}

const identity = { rg: '12.345.678-9', rgIssuer: 'ssp', rgIssuerState: 'SP' }

describe('documents that go together', () => {
  test.each([
    [{ rg: '1' }, ['rgIssuer', 'rgIssuerState']],
    [{ rg: '1', rgIssuerState: 'SP' }, ['rgIssuer']],
    [{ rgIssuer: 'SSP' }, ['rg', 'rgIssuerState']],
    [{ cnh: '62472927637' }, ['cnhCategory']],
    [{ cnhCategory: 'AB' }, ['cnh']],
  ])('%o lacks %s', async (given, missing) => {
    const opened = await withCustomer()
    const { administrator, customer } = opened

    const answers = await refused(opened, async () => [
      await administrator.update('customer', customer, given),
      await administrator.create('customer', {
        brand: (customer.brand as { id: number }).id,
        name: 'Bia Lima',
        email: 'bia@exemplo.com.br',
        ...given,
      }),
    ])

    const errors = Object.fromEntries(missing.map((name) => [name, together]))
    expect(answers.map(({ status, body }) => [status, body.errors])).toEqual([
      [422, errors],
      [422, errors],
    ])
  })

  test('are saved whole, changed one by one, and taken away whole', async () => {
    const { customer, update } = await withCustomer(identity)
    expect(customer).toMatchObject({ ...identity, rgIssuer: 'SSP' })

    expect((await update({ rg: 'MG-10.203.040' })).body).toMatchObject({ rg: 'MG-10.203.040', rgIssuer: 'SSP' })
    expect(await update({ rg: null })).toMatchObject({ status: 422, body: { errors: { rg: together } } })
    expect((await update({ rg: null, rgIssuer: null, rgIssuerState: null })).status).toBe(200)
  })

  test('go when the customer becomes a company, which has others', async () => {
    const { update } = await withCustomer(identity)
    expect((await update({ personType: 'company', stateRegistration: 'isento' })).body).toMatchObject({
      rg: null,
      rgIssuer: null,
      rgIssuerState: null,
      stateRegistration: 'ISENTO',
    })
    expect((await update({ rg: '1' })).body.errors).toEqual({ rg: [expect.stringContaining('não se aplica')] })
  })
})

describe('a text with a pattern', () => {
  test.each([
    ['rg', '12.345/678-X a', true],
    ['rg', '12,345', false],
    ['rg', '１２３', false],
    ['stateRegistration', '110.042.490/114', true],
    ['stateRegistration', ' isento ', true],
    ['stateRegistration', 'ISENTA', false],
    ['cityRegistration', 'ISENTO 1', false],
    ['country', 'pt', true],
    ['country', 'P1', false],
  ])('%s %s: %s', async (name, value, accepted) => {
    const isCompany = name.endsWith('Registration')
    const { update } = await withCustomer({ personType: isCompany ? 'company' : 'person', ...(!isCompany && identity) })
    const { status, body } = await update({ [name]: value })
    expect([status, Object.keys(body.errors ?? {})]).toEqual(accepted ? [200, []] : [422, [name]])
  })

  test('says in the language asked for what it takes', async () => {
    const { administrator, customer } = await withCustomer(identity)
    const { body } = await administrator.send('PATCH', `/api/customers/${customer.id}`, {
      body: { rg: '12,3' },
      headers: { 'If-Match': '*', 'Accept-Language': 'en' },
    })
    expect(body.errors).toEqual({
      rg: ['Use only letters without accents, digits, points, hyphens, slashes and spaces.'],
    })
  })

  test.each([
    ['Painel.Exemplo.com.br', 'painel.exemplo.com.br'],
    ['https://exemplo.com', undefined],
    ['exemplo', undefined],
    ['-a.com', undefined],
    ['a..com', undefined],
  ])('the host name %s is %s', async (sent, stored) => {
    const { administrator } = await panel()
    const { status, body } = await administrator.create('brand', { name: 'Acme', hostname: sent })
    expect([status, body.hostname]).toEqual(stored ? [201, stored] : [422, undefined])
  })
})

describe('dates in their order', () => {
  test('an identity is issued after the birth, or on the day, whichever of the two is changed', async () => {
    const { update } = await withCustomer({ birthDate: '1990-05-10' })
    const error = ['Esta data não pode ser antes da de “Data de nascimento”.']
    expect((await update({ rgIssuedAt: '1990-05-09' })).body.errors).toEqual({ rgIssuedAt: error })
    expect((await update({ rgIssuedAt: '1990-05-10' })).status).toBe(200)
    expect((await update({ birthDate: '1990-05-11' })).body.errors).toEqual({ rgIssuedAt: error })
    expect((await update({ birthDate: '1990-05-11', rgIssuedAt: null })).status).toBe(200)
  })

  test('a contract ends after it has begun', async () => {
    const { administrator } = await panel()
    const contract = await administrator.make('contract', { startsAt: '2026-01-01' })
    const ending = (endsAt: string | null) => administrator.update('contract', contract, { endsAt }, '*')
    const error = ['Esta data precisa ser depois da de “Data de início”.']
    expect((await ending('2026-01-01')).body.errors).toEqual({ endsAt: error })
    expect((await ending('2025-12-31')).body.errors).toEqual({ endsAt: error })
    expect((await ending('2026-01-02')).status).toBe(200)
    expect((await administrator.update('contract', contract, { startsAt: '2026-02-01' }, '*')).body.errors).toEqual({
      endsAt: error,
    })
  })

  test('what was so before is no fault of a change elsewhere', async () => {
    const { administrator, database, customer } = await withCustomer({ birthDate: '1990-05-10', ...identity })
    await database.write(async (scope) => {
      await scope.run("UPDATE customers SET rg_issued_at = '1980-01-01', rg_issuer = NULL WHERE id = $1", [customer.id])
      scope.changed('customers')
    })
    expect((await administrator.update('customer', customer, { occupation: 'Médica' })).status).toBe(200)
  })
})

test('a contract that has ended has its day, from the moment it ends', async () => {
  const { administrator } = await panel()
  const contract = await administrator.make('contract', { status: 'active', startsAt: '2026-01-01' })
  const update = (changes: object) => administrator.update('contract', contract, changes, '*')
  expect((await update({ status: 'ended' })).body.errors).toEqual({ endsAt: required })
  expect((await update({ status: 'ended', endsAt: '2026-06-30' })).status).toBe(200)
  expect((await update({ endsAt: null })).body.errors).toEqual({ endsAt: required })
  expect((await administrator.create('contract', { customer: 1, number: '9', status: 'ended' })).body.errors).toEqual({
    endsAt: required,
  })
})

describe('a contact can be reached somehow', () => {
  const error = { mobilePhone: ['Preencha ao menos um destes: Celular, Telefone, E-mail.'] }

  test.each([{ phone: '1132345678' }, { mobilePhone: '11912345678' }, { email: 'eva@exemplo.com.br' }])(
    'by %o alone',
    async (given) => {
      const { administrator, customer } = await withCustomer()
      expect((await administrator.create('contact', { customer: customer.id, name: 'Eva', ...given })).status).toBe(201)
    },
  )

  test('or is refused, new and later', async () => {
    const opened = await withCustomer()
    const { administrator, customer } = opened
    const contact = await administrator.make('contact', { customer: customer.id, email: 'eva@exemplo.com.br' })
    const answers = await refused(opened, async () => [
      await administrator.create('contact', { customer: customer.id, name: 'Eva', phone: ' ' }),
      await administrator.update('contact', contact, { email: null }),
    ])
    expect(answers.map(({ status, body }) => [status, body.errors])).toEqual([
      [422, error],
      [422, error],
    ])
    expect((await administrator.update('contact', contact, { email: null, phone: '1132345678' })).status).toBe(200)
  })
})

describe('what is odd is saved and told', () => {
  const fewWords = 'Este nome tem menos de 2 palavras. Confira se está completo.'

  test('a person with a single word for a name, but not a company', async () => {
    const { update } = await withCustomer()
    expect((await update({ name: 'Ana' })).body).toMatchObject({
      name: 'Ana',
      _warnings: [{ field: 'name', text: fewWords }],
    })
    expect((await update({ occupation: 'Médica' })).body._warnings).toBe(undefined)
    expect((await update({ personType: 'company' })).body._warnings).toBe(undefined)
    expect((await update({ personType: 'person' })).body._warnings).toEqual([{ field: 'name', text: fewWords }])
  })

  test('a driving licence that has run out', async () => {
    const { update } = await withCustomer()
    const expired = (cnhExpiresAt: string) => update({ cnh: '62472927637', cnhCategory: 'B', cnhExpiresAt })
    expect((await expired('2020-01-31')).body._warnings).toEqual([
      { field: 'cnhExpiresAt', text: 'Esta data já passou. Confira-a.' },
    ])
    expect((await expired('2999-01-31')).body._warnings).toBe(undefined)
  })
})
