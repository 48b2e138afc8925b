import { expect, test } from 'vitest'
import { Described } from '../described.ts'
import { allow, own } from './rules.ts'
import { shop } from './shop.ts'

test('what is asked about rights is answered as the document says', async () => {
  const { administrator, person, brands, customers, as } = await shop()
  const reading = allow('read', 'customer', { conditions: own, reason: 'Cada um na sua marca' })
  const sul = await person({ brand: brands.sul.id, rules: [reading, allow('read', 'permissionGroup')] })
  const document = new Described((await administrator.send('GET', '/api/openapi.json')).body)
  const nobody = await as('nobody')
  for (const client of [administrator, sul, nobody]) client.watch = document.watch
  const post = (path: string, body: object, client = administrator) => client.send('POST', `/api/${path}`, { body })
  const get = (path: string, client = administrator) => client.send('GET', `/api/${path}`)
  const draft = {
    group: sul.group,
    rules: [allow('read', 'customer'), allow('fly', 'customer'), allow('delete', 'customer')],
    tests: [{ can: true, action: 'read', subject: 'customer' }],
  }

  for (const audience of ['staff', 'customers', 'x']) await get(`permissions/vocabulary?audience=${audience}`)
  await post('permissions/explain', { user: sul.user, action: 'read', subject: 'customer', id: customers.sul.id })
  await post('permissions/explain', { action: 'read', subject: 'customer', id: customers.sul.id }, sul)
  await post('permissions/explain', { action: 'read', subject: 'customer', id: 999 })
  await post('permissions/explain', {})
  await get(`permissions/who?subject=customer&action=read&id=${customers.sul.id}`)
  await get('permissions/who?subject=customer&action=read&id=999')
  await get('permissions/who', nobody)
  for (const path of ['permissions/review', 'permissions/impact']) {
    await post(path, draft)
    await post(path, { ...draft, group: 999 })
    await post(path, { rules: 1 })
    await post(path, {}, nobody)
  }
  const members = `permission-groups/${sul.group}/members`
  await get(members)
  await get('permission-groups/999/members')
  await post(members, { user: 2 })
  await post(members, { user: 2, expiresAt: '2999-01-01T00:00:00Z' })
  await post(members, { user: 999 })
  await administrator.send('DELETE', `/api/${members}/2`)
  await administrator.send('DELETE', `/api/${members}/2`)
  await administrator.send('DELETE', '/api/permission-groups/1/members/1')
  const file = (await get('permission-groups/export')).body
  await get('permission-groups/export?id=999')
  await post('permission-groups/import?mode=check', file)
  await post('permission-groups/import?mode=apply', file)
  await post('permission-groups/import?mode=apply', { ...file, groups: [{ ...file.groups[0], brand: 'Nenhuma' }] })
  await post('permissions/view-as', { user: 999 })
  await post('permissions/view-as', { user: sul.user })
  await get('auth/me')
  await post('permissions/view-as', { user: sul.user })
  await administrator.send('DELETE', '/api/permissions/view-as')

  const seen = (operation: string) =>
    [...document.seen].flatMap((one) => (one.startsWith(`${operation} `) ? Number(one.split(' ')[1]) : [])).toSorted()
  expect(
    Object.fromEntries(
      ['vocabulary', 'explain', 'who', 'reviewGroup', 'impactOfGroup'].map((name) => [name, seen(name)]),
    ),
  ).toEqual({
    vocabulary: [200, 400],
    explain: [200, 404, 422],
    who: [200, 403, 404],
    reviewGroup: [200, 403, 404, 422],
    impactOfGroup: [200, 403, 404, 422],
  })
  expect(
    Object.fromEntries(
      ['listMembers', 'putMember', 'removeMember', 'exportGroups', 'importGroups', 'viewAs', 'viewAsOneself', 'me'].map(
        (name) => [name, seen(name)],
      ),
    ),
  ).toEqual({
    listMembers: [200, 404],
    putMember: [200, 201, 422],
    removeMember: [204, 404, 409],
    exportGroups: [200, 404],
    importGroups: [200, 422],
    viewAs: [200, 403, 404],
    viewAsOneself: [204],
    me: [200],
  })
})
