import { expect, test } from 'vitest'
import { instantBind } from '../../src/store/instants.ts'
import type { Client } from '../client.ts'
import { refused } from '../rows.ts'
import { allow } from './rules.ts'
import { shop } from './shop.ts'

const explain = async (client: Client, body: object) =>
  (await client.send('POST', '/api/permissions/explain', { body })).body
const who = async (client: Client, query: string): Promise<number[]> =>
  (await client.send('GET', `/api/permissions/who?${query}`)).body.users.map(({ id }: { id: number }) => id)
const accessOf = async (client: Client, resource: string, id: number) => {
  const { _access } = (await client.read(resource, id)).body
  const [listed] = (await client.list(resource, `id=${id}`)).body
  expect(listed._access).toEqual(_access)
  return _access
}
const textOf = (answers: { allowed: boolean; text: string }[]) => answers.map(({ allowed, text }) => [allowed, text])

const editing = allow(['read', 'create', 'update', 'delete', 'assign'], 'permissionGroup')
const staffing = allow(['read', 'create', 'update', 'delete'], 'user')
const systemGroup = 'Não pode: o grupo Administrador não pode ser alterado nem excluído, e só quem está nele o atribui.'
const escalation =
  'Não pode: ninguém decide o que ele mesmo pode, nem muda a conta de quem está no grupo Administrador sem estar nele.'

test('the system group is changed by nobody, and everything that says who may agrees', async () => {
  const opened = await shop()
  const { administrator, person, database } = opened
  const editor = await person({ rules: [editing, allow('read', 'user')] })
  const version = async () =>
    (await database.read<{ version: number }>('SELECT version FROM permission_groups WHERE id = 1'))[0]?.version ?? 0

  for (const client of [administrator, editor]) {
    const system = { id: 1, version: await version() }
    const answers = await refused(opened, async () => [
      await client.update('permissionGroup', system, { description: 'x' }),
      await client.update('permissionGroup', system, { rules: [] }),
      await client.remove('permissionGroup', system),
    ])
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [403, 'system-group']))
    expect(await accessOf(client, 'permissionGroup', 1)).toMatchObject({ update: false, delete: false })
    expect(await accessOf(client, 'permissionGroup', editor.group)).toMatchObject({ update: true, delete: true })
    const asked = { subject: 'permissionGroup', id: 1 }
    expect(
      textOf([
        await explain(client, { ...asked, action: 'update' }),
        await explain(client, { ...asked, action: 'update', field: 'rules' }),
        await explain(client, { ...asked, action: 'delete' }),
      ]),
    ).toEqual(Array(3).fill([false, systemGroup]))
    const ordinary = { ...asked, id: editor.group, action: 'update' }
    expect((await explain(client, ordinary)).allowed).toBe(true)
    expect((await explain(client, { ...ordinary, id: undefined })).allowed).toBe(null)
    const { rules } = (await client.send('GET', '/api/auth/me')).body
    const updates = rules.filter(
      ({ actions, subject }: { actions: string[]; subject: string }) =>
        subject === 'permissionGroup' && /update|delete/.test(`${actions}`),
    )
    expect(updates.every(({ conditional }: { conditional?: boolean }) => conditional)).toBe(true)
  }
  for (const action of ['update', 'update&field=rules', 'delete'])
    expect(await who(administrator, `subject=permissionGroup&id=1&action=${action}`)).toEqual([])
})

test('the system group is given by its members alone, and everything that says who may agrees', async () => {
  const { administrator, person } = await shop()
  const editor = await person({ rules: [editing] })
  const asked = { subject: 'permissionGroup', action: 'assign' }

  expect(textOf([await explain(editor, { ...asked, id: 1 })])).toEqual([[false, systemGroup]])
  expect((await explain(editor, { ...asked, id: editor.group })).allowed).toBe(true)
  expect((await explain(administrator, { ...asked, id: 1 })).allowed).toBe(true)
  expect(await who(administrator, 'subject=permissionGroup&id=1&action=assign')).toEqual([1])
  expect(await who(administrator, `subject=permissionGroup&id=${editor.group}&action=assign`)).toEqual([1, editor.user])
})

test('nobody is offered to decide what they themselves may do', async () => {
  const opened = await shop()
  const { administrator, person, brands } = opened
  const clerk = await person({ rules: [staffing] })
  const other = await person({ rules: [] })
  const own = (await clerk.read('user', clerk.user)).body

  expect((await accessOf(clerk, 'user', clerk.user)).fields.readonly).toEqual(['brand', 'groups', 'active'])
  expect(await accessOf(clerk, 'user', clerk.user)).toMatchObject({ update: true, delete: false })
  expect(await accessOf(clerk, 'user', other.user)).toMatchObject({
    update: true,
    delete: true,
    fields: { readonly: [] },
  })
  expect((await accessOf(administrator, 'user', 1)).fields.readonly).toEqual([])
  const answers = await refused(opened, async () => [
    await clerk.update('user', own, { groups: own.groups }),
    await clerk.update('user', own, { brand: brands.acme.id }),
    await clerk.update('user', own, { active: true }),
    await clerk.remove('user', own),
  ])
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [403, 'escalation']))
  expect(
    textOf([await explain(clerk, { subject: 'user', action: 'update', field: 'groups', id: clerk.user })]),
  ).toEqual([[false, escalation]])
  expect(await who(administrator, `subject=user&action=update&field=groups&id=${clerk.user}`)).toEqual([1])
  expect((await clerk.update('user', own, { name: 'Nome novo', email: 'outro@exemplo.com.br' })).status).toBe(200)
})

test('whoever has less is not offered the account of a member of the system group', async () => {
  const opened = await shop()
  const { administrator, person, database } = opened
  const clerk = await person({ rules: [staffing] })
  const equal = await person({ rules: [allow('manage', 'all')] })
  const second = await person({ rules: [], groups: [1] })
  const record = (await clerk.read('user', second.user)).body
  const closed = ['email', 'password', 'brand', 'groups', 'active', 'mustChangePassword']

  const access = await accessOf(clerk, 'user', second.user)
  expect([access.update, access.delete, access.fields.readonly.toSorted()]).toEqual([true, false, closed.toSorted()])
  for (const change of [{ email: 'outro@exemplo.com.br' }, { mustChangePassword: true }, { groups: [] }]) {
    const answer = await refused(opened, () => clerk.update('user', record, change))
    expect([answer.status, answer.body.code]).toEqual([403, 'escalation'])
  }
  expect((await refused(opened, () => clerk.remove('user', record))).body.code).toBe('escalation')
  const asked = { subject: 'user', action: 'update', field: 'email', id: second.user }
  expect(textOf([await explain(clerk, asked)])).toEqual([[false, escalation]])
  expect((await clerk.update('user', record, { name: 'Nome novo' })).status).toBe(200)

  // Whoever holds all by rules has no less, and an end that has come makes a colleague of them.
  expect((await accessOf(equal, 'user', second.user)).fields.readonly).toEqual([])
  expect((await equal.update('user', record, { email: 'outra@exemplo.com.br' }, '*')).status).toBe(200)
  await database.write(async (scope) => {
    const past = instantBind(database.engine, Date.now() - 5_000)
    await scope.run('UPDATE user_permission_groups SET expires_at = $1 WHERE user_id = $2 AND group_id = 1', [
      past,
      second.user,
    ])
    scope.changed('user_permission_groups')
  })
  expect((await accessOf(clerk, 'user', second.user)).fields.readonly).toEqual([])
  expect((await administrator.read('user', second.user)).status).toBe(200)
})
