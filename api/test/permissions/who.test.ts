import { expect, test } from 'vitest'
import type { Who } from '../../src/contract/permissions.ts'
import type { Client } from '../client.ts'
import { allow, deny, own } from './rules.ts'
import { shop } from './shop.ts'

const who = (client: Client, query: string) => client.send('GET', `/api/permissions/who?${query}`)

const idsOf = ({ body }: { body: Who }) => body.users.map(({ id }) => id)

const reading = allow('read', 'customer', { conditions: own })
const curiosity = [allow('read', 'user'), allow('read', 'permissionGroup'), allow('read', 'customer')]

async function staffed() {
  const opened = await shop()
  const { person, brands } = opened
  const sul = await person({ brand: brands.sul.id, rules: [reading, allow('update', 'customer')] })
  const beta = await person({ brand: brands.beta.id, rules: [reading] })
  const all = await person({
    rules: [allow(['read', 'update'], 'customer'), deny('read', 'customer', { fields: ['cpf'] })],
  })
  return { ...opened, sul, beta, all }
}

test('everybody is named who may do something to a record, with the groups they are in', async () => {
  const { administrator, customers, sul, all } = await staffed()

  const answer = await who(administrator, `subject=customer&action=read&id=${customers.porto.id}`)

  expect(answer.status).toBe(200)
  expect(answer.body.users).toEqual([
    { id: 1, name: 'Ana Reis', groups: [{ id: 1, name: 'Administrador' }] },
    { id: sul.user, name: expect.any(String), groups: [{ id: sul.group, name: expect.any(String) }] },
    { id: all.user, name: expect.any(String), groups: [{ id: all.group, name: expect.any(String) }] },
  ])
  expect(idsOf(await who(administrator, `subject=customer&action=update&id=${customers.beta.id}`))).toEqual([
    1,
    all.user,
  ])
})

test('without a record everybody is named who may do it to any', async () => {
  const { administrator, sul, beta, all } = await staffed()

  expect(idsOf(await who(administrator, 'subject=customer&action=read'))).toEqual([1, sul.user, beta.user, all.user])
  expect(idsOf(await who(administrator, 'subject=customer&action=delete'))).toEqual([1])
})

test('a field is read by fewer than its record, and a secret by nobody', async () => {
  const { administrator, customers, sul } = await staffed()

  expect(idsOf(await who(administrator, `subject=customer&action=read&field=cpf&id=${customers.sul.id}`))).toEqual([
    1,
    sul.user,
  ])
  expect(idsOf(await who(administrator, 'subject=user&action=update&field=password'))).toEqual([1])
  expect(idsOf(await who(administrator, 'subject=user&action=update&field=name'))).toEqual([1])
})

test('whoever may not be seen is not named', async () => {
  const { person, sul, beta } = await staffed()
  const curious = await person({
    rules: [
      ...curiosity,
      deny('read', 'user', { conditions: { id: { $in: [sul.user] } } }),
      deny('read', 'user', { fields: ['name'], conditions: { id: beta.user } }),
    ],
  })

  const ids = idsOf(await who(curious, 'subject=customer&action=read'))

  expect(ids).toContain(curious.user)
  expect(ids).not.toContain(sul.user)
  expect(ids).not.toContain(beta.user)
})

test('nothing is told of what the asker does not see: groups, fields, records', async () => {
  const { person, brands, customers, sul } = await staffed()
  const curious = await person({
    brand: brands.sul.id,
    rules: [
      allow('read', 'user', { fields: ['name'] }),
      allow('read', 'permissionGroup'),
      allow('read', 'customer', { conditions: own, fields: ['name'] }),
    ],
  })

  const { body } = await who(curious, 'subject=customer&action=read')
  expect(body.users.every(({ groups }: Who['users'][number]) => groups.length === 0)).toBe(true)
  const refused = async (query: string) => {
    const { status, body } = await who(curious, query)
    return [status, body.detail]
  }
  expect(await refused('subject=customer&action=read&field=cpf')).toEqual(
    await refused('subject=customer&action=read&field=nothing'),
  )
  expect(await refused('subject=contact&action=read')).toEqual(await refused('subject=nothing&action=read'))
  expect((await who(curious, `subject=customer&action=read&id=${customers.beta.id}`)).status).toBe(404)
  // Whether somebody may change it rests on a field that the asker does not see.
  const dependent = await person({
    rules: [allow('read', 'customer'), allow('update', 'customer', { conditions: { status: 'active' } })],
  })
  const seen = await who(curious, `subject=customer&action=update&id=${customers.sul.id}`)
  expect(seen.body.users).toContainEqual({ id: dependent.user, name: expect.any(String), groups: [], depends: true })
  expect(seen.body.users).toContainEqual({ id: sul.user, name: expect.any(String), groups: [], depends: true })
})

test('only those may ask who read users and the rules of groups', async () => {
  const { person, administrator } = await staffed()
  const [, , customers] = curiosity
  const half = await person({ rules: [allow('read', 'user'), allow('read', 'permissionGroup', { fields: ['name'] })] })
  const other = await person({ rules: [allow('read', 'permissionGroup'), ...(customers ? [customers] : [])] })

  expect((await who(half, 'subject=user&action=read')).status).toBe(403)
  expect((await who(other, 'subject=customer&action=read')).status).toBe(403)
  expect((await who(administrator, 'subject=customer')).status).toBe(400)
  expect((await who(administrator, 'subject=customer&action=read&id=1.0')).status).toBe(400)
  expect((await who(administrator, 'subject=customer&action=read&user=1')).status).toBe(400)
})

test('inactive users and memberships that have run out do not count', async () => {
  const { administrator, sul, beta } = await staffed()
  await administrator.update('user', { id: sul.user, version: 1 }, { active: false }, '*')
  await administrator.update('user', { id: beta.user, version: 1 }, { groups: [] }, '*')

  const ids = idsOf(await who(administrator, 'subject=customer&action=read'))

  expect(ids).not.toContain(sul.user)
  expect(ids).not.toContain(beta.user)
})
