import { describe, expect, test } from 'vitest'
import { action } from '../src/define/action.ts'
import { belongsTo } from '../src/define/kinds/index.ts'
import * as shipped from '../src/resources/index.ts'
import type { Client, Made } from './client.ts'
import { panelOf } from './panel.ts'
import { allow } from './permissions/rules.ts'
import { refused } from './rows.ts'

/** What only an action may do: change the brand of a customer. */
const moved = {
  ...shipped,
  customer: {
    ...shipped.customer,
    actions: {
      moveTo: action('customer', {
        label: 'Mudar',
        input: {
          brand: belongsTo('brand', 'Marca', { required: true }),
          group: belongsTo('permissionGroup', 'Grupo'),
        },
        message: 'Mudado.',
        async run({ record, input: { brand, group }, records }) {
          await records('customer').update(record.id, { brand, ...(group && { permissionGroup: group }) })
        },
      }),
    },
  },
}

/** Acme › Sul › Curitiba, Acme › Norte and Outra, with a group of customers in each, and one for all. */
async function withGroups() {
  const opened = await panelOf('moved', moved)
  const { administrator } = opened
  const acme = await administrator.make('brand', { name: 'Acme' })
  const sul = await administrator.make('brand', { name: 'Sul', parent: acme.id })
  const curitiba = await administrator.make('brand', { name: 'Curitiba', parent: sul.id })
  const norte = await administrator.make('brand', { name: 'Norte', parent: acme.id })
  const outra = await administrator.make('brand', { name: 'Outra' })
  const group = (name: string, values: object) =>
    administrator.make('permissionGroup', { name, audience: 'customers', ...values })
  const groups = {
    everywhere: await group('Geral', {}),
    acme: await group('De Acme', { brand: acme.id }),
    sul: await group('De Sul', { brand: sul.id }),
    norte: await group('De Norte', { brand: norte.id }),
    outra: await group('De Outra', { brand: outra.id }),
    inactive: await group('Parado', { active: false }),
    staff: await administrator.make('permissionGroup', { name: 'Equipe' }),
  }
  return { ...opened, acme, sul, curitiba, norte, outra, groups, group }
}

const groupOf = async (client: Client, { id }: Pick<Made, 'id'>) =>
  (await client.read('customer', id)).body.permissionGroup?.title ?? null

describe('the group of a customer', () => {
  test.each([
    ['everywhere', true],
    ['acme', true],
    ['sul', true],
    ['norte', false],
    ['outra', false],
    ['inactive', false],
    ['staff', false],
  ] as const)('of %s is for one of Sul: %s', async (name, isFor) => {
    const opened = await withGroups()
    const { administrator, sul, groups } = opened
    const customer = await administrator.make('customer', { brand: sul.id })
    const body = { name: 'Bia Lima', email: 'bia@exemplo.com.br', brand: sul.id, permissionGroup: groups[name].id }
    const send = async () => [
      await administrator.update('customer', customer, { permissionGroup: groups[name].id }),
      await administrator.create('customer', body),
    ]

    const answers = isFor ? await send() : await refused(opened, send)

    expect(answers.map(({ status, body }) => [status, Object.keys(body.errors ?? {})])).toEqual(
      isFor
        ? [
            [200, []],
            [201, []],
          ]
        : answers.map(() => [422, ['permissionGroup']]),
    )
  })

  test('says its own message when it alone was changed', async () => {
    const { administrator, sul, groups } = await withGroups()
    const customer = await administrator.make('customer', { brand: sul.id })
    const { body } = await administrator.update('customer', customer, { permissionGroup: groups.sul.id })
    expect(body._message).toBe('Permissões vinculadas com sucesso.')
  })

  test('that one does not see is refused like one that is not there, whatever brand it is of', async () => {
    const { administrator, person, sul, groups } = await withGroups()
    const customer = await administrator.make('customer', { brand: sul.id })
    const clerk = await person({ rules: [allow(['read', 'update'], 'customer')] })
    const answer = async (permissionGroup: number) =>
      (await clerk.update('customer', customer, { permissionGroup })).body.errors
    expect(await answer(groups.sul.id)).toEqual(await answer(999_999))
    expect(await answer(groups.outra.id)).toEqual(await answer(999_999))
  })
})

describe('a picker of groups', () => {
  const titles = async (client: Client, query: string) =>
    (await client.lookup('permissionGroup', query)).body.map(({ title }: { title: string }) => title).toSorted()

  test('offers those that reach the brand', async () => {
    const { administrator, curitiba, outra } = await withGroups()
    const choices = (brand: number) => titles(administrator, `audience=customers&active=true&brand_reaches=${brand}`)
    expect(await choices(curitiba.id)).toEqual(['De Acme', 'De Sul', 'Geral'])
    expect(await choices(outra.id)).toEqual(['De Outra', 'Geral'])
  })

  test('is told of it by the metadata, as far as its reader sees both brands', async () => {
    const { administrator, person } = await withGroups()
    const reaches = async (client: Client) => {
      const { resources } = (await client.send('GET', '/api/meta')).body
      const { fields } = resources.find(({ name }: { name: string }) => name === 'customer')
      return fields.find(({ name }: { name: string }) => name === 'permissionGroup').format.reaches
    }
    const nameless = await person({
      rules: [allow('read', 'customer'), allow('read', 'permissionGroup', { fields: ['name'] })],
    })
    expect(await reaches(administrator)).toBe('brand')
    expect(await reaches(nameless)).toBe(undefined)
  })
})

describe('a new customer', () => {
  test('gets the default group that is nearest, and the general one where there is no other', async () => {
    const { administrator, acme, sul, curitiba, norte, outra, group } = await withGroups()
    await group('Básico', { isDefault: true })
    await group('Básico de Acme', { isDefault: true, brand: acme.id })
    await group('Básico de Sul', { isDefault: true, brand: sul.id })
    const made = async (brand: Made) =>
      groupOf(administrator, await administrator.make('customer', { brand: brand.id }))

    expect([await made(acme), await made(sul), await made(curitiba), await made(norte), await made(outra)]).toEqual([
      'Básico de Acme',
      'Básico de Sul',
      'Básico de Sul',
      'Básico de Acme',
      'Básico',
    ])
  })

  test('gets none where there is none, one that is inactive does not count, and what is said goes before', async () => {
    const { administrator, sul, groups, group } = await withGroups()
    const made = async (values: object = {}) =>
      groupOf(administrator, await administrator.make('customer', { brand: sul.id, ...values }))
    await group('Desligado', { isDefault: true, active: false, brand: sul.id })
    expect(await made()).toBe(null)
    await group('Básico', { isDefault: true })
    expect(await made()).toBe('Básico')
    expect(await made({ permissionGroup: groups.acme.id })).toBe('De Acme')
    expect(await made({ permissionGroup: null })).toBe(null)
  })

  test('gets it from whoever makes it, also from one who sees no groups', async () => {
    const { administrator, person, sul, group } = await withGroups()
    await group('Básico', { isDefault: true })
    const clerk = await person({ rules: [allow(['read', 'create'], 'customer'), allow('read', 'brand')] })
    const { status, body } = await clerk.create('customer', {
      name: 'Bia Lima',
      email: 'bia@exemplo.com.br',
      brand: sul.id,
    })
    expect(status).toBe(201)
    expect(await groupOf(administrator, body)).toBe('Básico')
  })
})

describe('a customer who is moved to another brand', () => {
  async function withCustomer() {
    const opened = await withGroups()
    const { administrator, sul, groups } = opened
    const customer = await administrator.make('customer', { brand: sul.id, permissionGroup: groups.sul.id })
    const move = async (brand: Made, group?: Made) => {
      const answer = await administrator.act(
        'customer',
        (await administrator.read('customer', customer.id)).body,
        'moveTo',
        { brand: brand.id, ...(group && { group: group.id }) },
      )
      return answer.status === 200 ? (answer.body.record.permissionGroup?.title ?? null) : answer.body.errors
    }
    return { ...opened, customer, move }
  }

  test('keeps a group that reaches there', async () => {
    const { move, curitiba } = await withCustomer()
    expect(await move(curitiba)).toBe('De Sul')
  })

  test('gets the default of the new brand where it does not, or none', async () => {
    const { move, norte, outra, acme, group } = await withCustomer()
    expect(await move(norte)).toBe(null)
    await group('Básico de Acme', { isDefault: true, brand: acme.id })
    await group('Básico', { isDefault: true })
    // Who has no group has not lost one by moving.
    expect(await move(outra)).toBe(null)
  })

  test('gets the nearest default of the new brand', async () => {
    const { move, norte, acme, group } = await withCustomer()
    await group('Básico', { isDefault: true })
    await group('Básico de Acme', { isDefault: true, brand: acme.id })
    expect(await move(norte)).toBe('Básico de Acme')
  })

  test('gets the group that is named, if it reaches there', async () => {
    const { move, norte, groups } = await withCustomer()
    expect(await move(norte, groups.sul)).toEqual({ permissionGroup: [expect.stringContaining('“Marca”')] })
    expect(await move(norte, groups.norte)).toBe('De Norte')
  })
})
