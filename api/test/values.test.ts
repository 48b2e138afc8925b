import { describe, expect, test } from 'vitest'
import { panel, zooPanel } from './panel.ts'
import { refused } from './rows.ts'

async function withBrand() {
  const opened = await panel()
  const brand = await opened.administrator.make('brand')
  const ana = { brand: brand.id, name: 'Ana Reis', email: 'ana@exemplo.com.br' }
  const create = (values: object) => opened.administrator.create('customer', { ...ana, ...values })
  return { ...opened, brand, ana, create }
}

describe('a key of a body', () => {
  test('that does not exist, that only the server sets, or that may not change is refused by name before any value is judged', async () => {
    const opened = await zooPanel()
    const { administrator } = opened
    const visit = await administrator.make('visit')
    const keys = [
      'nothing',
      'id',
      'version',
      'createdAt',
      'updatedAt',
      '_access',
      '_message',
      'stamps',
      'greeting',
      'long',
      'constructor',
      'enclosure_root',
      'visitor_search',
    ]

    const answers = await refused(opened, async () => [
      ...(await Promise.all(keys.map((key) => administrator.create('visit', { minutes: 'many', [key]: 1 })))),
      ...(await Promise.all(
        [...keys, 'enclosure'].map((key) => administrator.update('visit', visit, { minutes: 'many', [key]: 1 })),
      )),
    ])

    const named = [...keys, ...keys, 'enclosure']
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(named.map(() => [403, 'forbidden']))
    expect(answers.map(({ body }) => body.detail)).toEqual(named.map((key) => expect.stringContaining(`“${key}”`)))
  })

  test('that exists and one that does not are the same refusal', async () => {
    const { administrator } = await zooPanel()
    const refusal = async (key: string) =>
      (await administrator.create('visit', { visitor: 'Ana', [key]: 1 })).text.replaceAll(key, '?')
    expect(await refusal('stamps')).toBe(await refusal('nothing'))
  })
})

describe('what a record must have', () => {
  test('is asked for all at once, under the field', async () => {
    const opened = await panel()
    const answer = await refused(opened, () => opened.administrator.create('customer', { name: ' ' }))
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'invalid',
        errors: { brand: ['Preencha este campo.'], name: ['Preencha este campo.'], email: ['Preencha este campo.'] },
      },
    })
  })

  test('cannot be taken away', async () => {
    const opened = await zooPanel()
    const visit = await opened.administrator.make('visit')
    for (const blank of [null, '', '  ']) {
      const answer = await refused(opened, () => opened.administrator.update('visit', visit, { visitor: blank }))
      expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['visitor']])
    }
  })

  test('is filled in by its default', async () => {
    const { administrator } = await zooPanel()
    const enclosure = await administrator.make('enclosure')
    const { body } = await administrator.create('visit', { visitor: 'Ana', enclosure: enclosure.id })
    expect(body).toMatchObject({ minutes: 30, ticket: null, stamps: null })
  })

  test('may be nothing where it is optional: an empty text is no text', async () => {
    const { administrator } = await zooPanel()
    const visit = await administrator.make('visit', { ticket: 'A-1' })
    for (const [blank, version] of [
      ['', 2],
      ['  \t', 3],
      [null, 4],
    ] as const) {
      const { body } = await administrator.update('visit', visit, { ticket: blank }, '*')
      expect(body).toMatchObject({ ticket: null, version })
    }
  })
})

describe('a field that applies only sometimes', () => {
  test('is refused where it does not apply', async () => {
    const opened = await withBrand()
    const answer = await refused(opened, () =>
      opened.create({ personType: 'company', cpf: '111.444.777-35', tradeName: 'Acme' }),
    )
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: { cpf: ['Este campo não se aplica a este registro. Deixe-o vazio.'] } },
    })
    expect(Object.keys(answer.body.errors)).toEqual(['cpf'])
  })

  test('may be sent empty where it does not apply', async () => {
    const { create } = await withBrand()
    expect((await create({ personType: 'company', cpf: null, occupation: '' })).status).toBe(201)
  })

  test('is emptied when it no longer applies', async () => {
    const { administrator, create } = await withBrand()
    const { body: ana } = await create({ cpf: '111.444.777-35', occupation: 'Médica', gender: 'female' })
    const { body } = await administrator.update('customer', ana, { personType: 'company', cnpj: '11.444.777/0001-61' })
    expect(body).toMatchObject({
      personType: 'company',
      cpf: null,
      occupation: null,
      gender: null,
      cnpj: '11444777000161',
    })
  })
})

describe('what is odd but allowed', () => {
  test('is saved, and said', async () => {
    const { administrator, create } = await withBrand()
    const warning = { field: 'postalCode', text: 'Este CEP é de SP, mas a UF informada é RJ. Confira o endereço.' }

    const { status, body: ana } = await create({ postalCode: '01310-100', state: 'RJ' })
    expect([status, ana._warnings]).toEqual([201, [warning]])
    expect((await administrator.update('customer', ana, { occupation: 'Médica' })).body._warnings).toBe(undefined)
    expect((await administrator.update('customer', ana, { state: 'RJ' }, '*')).body._warnings).toEqual([warning])
    expect((await administrator.update('customer', ana, { state: 'SP' }, '*')).body._warnings).toBe(undefined)
    expect((await administrator.read('customer', ana.id)).body).not.toHaveProperty('_warnings')
  })
})

describe('what is said', () => {
  const english = { headers: { 'Accept-Language': 'en-GB,en;q=0.9,pt;q=0.5' } }

  test('after a save is in the language asked for', async () => {
    const { administrator, ana, create } = await withBrand()
    const { body: made } = await create({})
    expect(made._message).toBe('Cliente: cadastro salvo.')
    const saved = await administrator.send('PATCH', `/api/customers/${made.id}`, {
      body: { occupation: 'Médica' },
      headers: { 'If-Match': '"1"', ...english.headers },
    })
    expect(saved.body._message).toBe('Customer: changes saved.')
    expect((await administrator.send('POST', '/api/customers', { body: ana, ...english })).body._message).toBe(
      'Customer: record saved.',
    )
  })

  test.each([
    ['pt-BR', 'pt-BR', ['Dados inválidos', 'Preencha este campo.']],
    ['English', 'en', ['Invalid values', 'Fill in this field.']],
    ['a language we have not', 'fr-FR', ['Dados inválidos', 'Preencha este campo.']],
  ])('of what is wrong is in %s', async (_, language, [title, text]) => {
    const { administrator } = await zooPanel()
    const { headers, body } = await administrator.send('POST', '/api/visits', {
      body: { enclosure: 1 },
      headers: { 'Accept-Language': language },
    })
    expect(headers.get('Content-Type')).toContain('application/problem+json')
    expect([body.title, body.errors.visitor]).toEqual([title, [text]])
    expect(body.message).toBe(body.detail)
  })
})
