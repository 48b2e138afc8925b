import { expect, test } from 'vitest'
import type { GroupTest, Review, Rule } from '../../src/contract/permissions.ts'
import { contact } from '../../src/resources/contact.ts'
import type { Client } from '../client.ts'
import { panel } from '../panel.ts'
import { allow, deny, own, token } from './rules.ts'

async function review(client: Client, draft: object): Promise<Review> {
  const { status, body } = await client.send('POST', '/api/permissions/review', { body: draft })
  expect(status).toBe(200)
  return body
}

const reading = allow('read', 'customer', { conditions: own })

const odd: [string, Rule[], [number, string, RegExp][]][] = [
  ['nothing', [reading, allow('read', 'brand')], []],
  [
    'a rule that another covers',
    [allow('read', 'customer'), reading, allow('read', 'customer', { fields: ['name'] })],
    [
      [1, 'covered', /já dizem o mesmo/],
      [2, 'covered', /já dizem o mesmo/],
    ],
  ],
  ['the later of two that are alike', [reading, reading], [[1, 'covered', /já dizem/]]],
  [
    'a rule that a denial leaves nothing of',
    [allow(['read', 'update'], 'customer'), allow('delete', 'customer'), deny('delete', 'customer')],
    [[1, 'denied', /a regra 3 impede/]],
  ],
  [
    'an exception from a denial',
    [
      allow('read', 'customer'),
      deny('read', 'customer', { conditions: { status: 'cancelled' } }),
      allow('read', 'customer', { conditions: { status: 'cancelled', paymentStatus: 'current' } }),
    ],
    [[2, 'exception', /Restrinja a regra 2/]],
  ],
  [
    'an exception that is all there is',
    [
      deny('read', 'customer', { conditions: { status: 'cancelled' } }),
      allow('read', 'customer', { conditions: { status: 'cancelled', paymentStatus: 'current' } }),
    ],
    [[1, 'exception', /Restrinja a regra 1/]],
  ],
  ['a denial of what nothing grants', [reading, deny('delete', 'customer')], [[1, 'denyAlone', /Nada neste grupo/]]],
  [
    'a condition that contradicts itself',
    [allow('read', 'customer', { conditions: { status: 'active', $not: { status: { $in: ['active', 'blocked'] } } } })],
    [[0, 'never', /se contradiz/]],
  ],
  [
    'a brand that has gone',
    [allow('read', 'customer', { conditions: { brand: { $under: 999 } } }), reading],
    [[0, 'gone', /não existe mais/]],
  ],
  ['changing without seeing', [allow('update', 'customer')], [[0, 'writeUnseen', /não vê estes registros/]]],
  [
    'changing fields that are not seen',
    [
      allow('read', 'customer', { fields: ['name'] }),
      allow('update', 'customer', { fields: ['name', 'notes', 'email'] }),
    ],
    [[1, 'writeUnseen', /: Observação e E-mail\./]],
  ],
  [
    'a condition on what may be changed',
    [allow(['read', 'update'], 'customer', { conditions: { status: 'active' } })],
    [[0, 'conditionWritable', /alterar Status/]],
  ],
  [
    'a condition on what may be changed, with a say in what becomes of it',
    [allow(['read', 'update'], 'customer', { conditions: { status: 'active' }, check: {} })],
    [],
  ],
  [
    'a condition on what is not seen',
    [
      allow('read', 'customer', { fields: ['name', 'status'] }),
      allow('delete', 'customer', { conditions: { paymentStatus: 'current' } }),
    ],
    [[1, 'conditionHidden', /Situação de pagamento/]],
  ],
]

test.each(odd)('is odd: %s', async (_, rules, expected) => {
  const { administrator } = await panel()

  const { errors, warnings } = await review(administrator, { rules })

  expect(errors).toEqual([])
  expect(warnings).toEqual(expected.map(([index, code, text]) => ({ index, code, text: expect.stringMatching(text) })))
})

test('a rule that lists every field there is today is asked about', async () => {
  const { administrator } = await panel()
  const fields = Object.keys(contact.fields)

  const { warnings } = await review(administrator, {
    rules: [allow('read', 'contact', { fields }), allow('create', 'contact')],
  })

  expect(warnings).toEqual([{ index: 0, code: 'allFields', text: expect.stringContaining('um campo novo') }])
})

test('what is wrong with a rule is told by its place, and what is odd about the others too', async () => {
  const { administrator } = await panel()

  const { errors, warnings } = await review(administrator, {
    rules: [
      allow('fly', 'customer'),
      allow('read', 'nothing'),
      allow('read', 'customer', { fields: ['nothing'] }),
      allow('read', 'customer', { conditions: { nothing: 1 } }),
      allow('read', 'customer', { conditions: { status: 'gone' } }),
      allow('delete', 'customer'),
    ],
  })

  expect(errors.map(({ index, code }) => [index, code])).toEqual([
    [0, 'action'],
    [1, 'subject'],
    [2, 'field'],
    [3, 'field'],
    [4, 'value'],
  ])
  expect(warnings.map(({ index, code }) => [index, code])).toEqual([[5, 'writeUnseen']])
})

const tests: [Rule[], GroupTest, boolean, RegExp][] = [
  [[allow('read', 'customer')], { can: true, action: 'read', subject: 'customer' }, true, /^Passou/],
  [[allow('read', 'customer')], { can: false, action: 'read', subject: 'customer' }, false, /A regra 1 permite sempre/],
  [[reading], { can: true, action: 'read', subject: 'customer' }, false, /^Nenhuma regra permite/],
  [[reading], { can: false, action: 'read', subject: 'customer' }, true, /^Passou/],
  [
    [allow('read', 'customer', { conditions: { status: 'active' } })],
    { can: true, action: 'read', subject: 'customer' },
    false,
    /^Depende do registro. A regra 1 permite quando Status é Ativo\./,
  ],
  [
    [allow('read', 'customer', { conditions: { status: { $in: ['active', 'blocked'] } } })],
    { can: true, action: 'read', subject: 'customer', when: { status: 'active' } },
    true,
    /^Passou/,
  ],
  [
    [allow('read', 'customer', { conditions: { status: { $in: ['active', 'blocked'] } } })],
    { can: false, action: 'read', subject: 'customer', when: { status: 'cancelled' } },
    true,
    /^Passou/,
  ],
  [
    [
      allow('update', 'customer'),
      deny('update', 'customer', { fields: ['email'], conditions: { status: 'cancelled' } }),
    ],
    { can: false, action: 'update', subject: 'customer', field: 'email', when: { status: 'cancelled' } },
    true,
    /^Passou/,
  ],
  [
    [
      allow('update', 'customer'),
      deny('update', 'customer', { fields: ['email'], conditions: { status: 'cancelled' } }),
    ],
    { can: false, action: 'update', subject: 'customer', field: 'email' },
    false,
    /^É permitido, ao menos em parte. A regra 2 impede quando Status é Cancelado. A regra 1 permite sempre\./,
  ],
  [
    [allow('read', 'customer')],
    { can: true, action: 'read', subject: 'customer', when: { status: 'active', $not: { status: 'active' } } },
    false,
    /^Nenhum registro pode/,
  ],
  [[allow('read', 'customer')], { can: true, action: 'fly', subject: 'customer' }, false, /não existe/],
  [
    [allow('read', 'customer')],
    { can: true, action: 'read', subject: 'customer', field: 'nothing' },
    false,
    /não existe/,
  ],
  [
    [allow('read', 'customer')],
    { can: true, action: 'read', subject: 'customer', when: { nothing: 1 } },
    false,
    /não existe/,
  ],
  [
    [allow('create', 'customer', { conditions: { status: 'active' }, check: { status: 'blocked' } })],
    { can: true, action: 'create', subject: 'customer', when: { status: 'blocked' } },
    true,
    /^Passou/,
  ],
]

test.each(tests)('with the rules %j the test %j: %s', async (rules, one, passed, text) => {
  const { administrator } = await panel()

  const { tests: outcomes } = await review(administrator, { rules, tests: [one] })

  expect(outcomes).toEqual([{ index: 0, passed, text: expect.stringMatching(text) }])
})

test('a test is about somebody of its brand', async () => {
  const { administrator } = await panel()
  const sul = await administrator.make('brand', { name: 'Sul' })
  const porto = await administrator.make('brand', { name: 'Porto', parent: sul.id })
  const norte = await administrator.make('brand', { name: 'Norte' })
  const about = (can: boolean, brand: number) => ({
    can,
    action: 'read',
    subject: 'customer',
    brand: sul.id,
    when: { brand },
  })

  const { tests: outcomes } = await review(administrator, {
    rules: [reading],
    tests: [
      about(true, porto.id),
      about(false, norte.id),
      about(true, norte.id),
      { ...about(true, sul.id), when: { brand: { $under: token('user.brand') } } },
    ],
  })

  expect(outcomes.map(({ passed }) => passed)).toEqual([true, true, false, true])
})

test('groups for customers are reviewed by the words of the platform', async () => {
  const { administrator } = await panel()

  const {
    errors,
    tests: outcomes,
    missing,
  } = await review(administrator, {
    audience: 'customers',
    rules: [
      allow('lock', 'command'),
      allow('read', 'customer'),
      allow('read', 'vehicle', { conditions: { category: 'car' } }),
    ],
    tests: [
      { can: true, action: 'lock', subject: 'command' },
      { can: true, action: 'read', subject: 'vehicle', when: { category: 'car' } },
      { can: false, action: 'unlock', subject: 'command' },
    ],
  })

  expect(errors.map(({ index, code }) => [index, code])).toEqual([[1, 'subject']])
  expect(outcomes.map(({ passed }) => passed)).toEqual([true, true, true])
  expect(missing).toEqual([])
})

test('what an editor has not is told to them before they save it, and then refused', async () => {
  const { person, administrator } = await panel()
  const editor = await person({
    rules: [allow(['read', 'create', 'update'], 'permissionGroup'), allow('read', 'customer', { fields: ['name'] })],
  })

  const wide = [allow('read', 'customer'), allow('delete', 'customer')]
  const { missing } = await review(editor, { rules: wide })
  expect(missing).toContainEqual({
    kind: 'grant',
    action: 'delete',
    subject: 'customer',
    text: 'Clientes: excluir',
  })
  expect(missing).toContainEqual({
    kind: 'grant',
    action: 'read',
    subject: 'customer',
    field: '__future__',
    text: 'Clientes: ver campos que ainda não existem',
  })
  expect((await editor.create('permissionGroup', { name: 'Largo', rules: wide })).body).toMatchObject({
    code: 'escalation',
  })

  const narrow = [allow('read', 'customer', { fields: ['name'] })]
  expect((await review(editor, { rules: narrow })).missing).toEqual([])
  expect((await editor.create('permissionGroup', { name: 'Estreito', rules: narrow })).status).toBe(201)
  expect((await review(administrator, { rules: wide })).missing).toEqual([])
})

test('only a group whose rules one may read is reviewed', async () => {
  const { person, administrator, as } = await panel()
  const group = await administrator.make('permissionGroup', { name: 'Outro' })
  const ask = (client: Client, body: object) => client.send('POST', '/api/permissions/review', { body })
  const blind = await person({
    rules: [allow('read', 'permissionGroup', { conditions: { $not: { name: 'Outro' } } })],
  })

  expect((await ask(blind, { group: group.id, rules: [] })).status).toBe(404)
  expect((await ask(blind, { group: 999_999, rules: [] })).status).toBe(404)
  expect((await ask(await as('nobody'), { rules: [] })).status).toBe(403)
  expect((await ask(administrator, { rules: [{ actions: [], subject: 'x' }] })).status).toBe(422)
  expect((await ask(administrator, { rules: [], tests: [{ can: 'yes' }] })).status).toBe(422)
  expect((await ask(administrator, { rules: [], nothing: 1 })).status).toBe(403)
})

test('the vocabulary is for whoever may read rules, and holds no more than they may know', async () => {
  const { person, administrator, as } = await panel()
  const path = '/api/permissions/vocabulary'
  const names = ({ body }: { body: { subjects: { name: string }[] } }) => body.subjects.map(({ name }) => name)

  expect(names(await administrator.send('GET', path)).toSorted()).toEqual(
    ['attachment', 'brand', 'contact', 'contract', 'customer', 'permissionGroup', 'user'].toSorted(),
  )
  expect(names(await administrator.send('GET', `${path}?audience=customers`))).toContain('vehicle')
  expect((await administrator.send('GET', `${path}?audience=nobody`)).status).toBe(400)
  const reader = await person({
    rules: [allow('read', 'permissionGroup'), allow('read', 'customer', { fields: ['name'] })],
  })
  const { body } = await reader.send('GET', path)
  expect(names({ body }).toSorted()).toEqual(['customer', 'permissionGroup'])
  expect(JSON.stringify(body)).not.toContain('cpf')
  expect((await (await as('nobody')).send('GET', path)).status).toBe(403)
})
