import { expect, test } from 'vitest'
import type { Rule } from '../../src/contract/permissions.ts'
import type { Resources } from '../../src/define/resource.ts'
import { makePanel } from '../../src/records/panel.ts'
import { markBrokenRules } from '../../src/records/permissions/broken-rules.ts'
import { platform } from '../../src/resources/platform.ts'
import { refused } from '../rows.ts'
import { allow, deny } from './rules.ts'
import { shop } from './shop.ts'

/** The shop, and a start of the panel as it would be without the field `notes` of customers. */
async function shopOfYesterday() {
  const opened = await shop()
  const { administrator, database } = opened
  const resources: Resources = opened.resources
  const { customer } = resources
  if (!customer) throw new Error('The shop has customers.')
  const { notes: _notes, ...fields } = customer.fields
  const without = { ...resources, customer: { ...customer, fields } }
  const start = (given = resources) => markBrokenRules(makePanel({ resources: given, platform, database }))
  const statuses = async (group: number) =>
    (await administrator.read('permissionGroup', group)).body.rules.map(({ status }: Rule) => status)
  return { ...opened, start, startWithout: () => start(without), statuses }
}

test('rules that name what there is no longer are marked at the start, and no others', async () => {
  const { person, start, startWithout, statuses } = await shopOfYesterday()
  const agent = await person({
    rules: [
      allow('read', 'customer', { fields: ['name', 'notes'] }),
      allow('read', 'customer', { conditions: { notes: 'vip' } }),
      allow('update', 'customer', { conditions: { name: 'Ana' }, check: { notes: null } }),
      deny('delete', 'customer', { conditions: { contacts: { $some: { customer: { notes: 'x' } } } } }),
      allow('read', 'customer', { fields: ['name'] }),
      allow('read', 'brand', { conditions: { id: 999 } }),
    ],
  })
  const broken = ['needs_review', 'needs_review', 'needs_review', 'needs_review']
  expect(await start()).toEqual([])

  expect(await startWithout()).toEqual([
    {
      group: { id: agent.group, name: expect.any(String) },
      rules: [1, 2, 3, 4].map(() => expect.stringMatching(/^r_/)),
    },
  ])

  expect(await statuses(agent.group)).toEqual([...broken, 'ok', 'ok'])
})

test('what names an action or a subject that there is no longer is marked too, in either vocabulary', async () => {
  const { person, start, statuses } = await shopOfYesterday()
  const staff = await person({
    rules: [allow('fly', 'customer'), allow('read', 'kite'), deny(['read', 'fly'], 'all'), allow('manage', 'all')],
  })
  const logins = await person({
    audience: 'customers',
    rules: [allow('read', 'vehicle'), allow('read', 'kite')],
  })

  expect((await start()).map(({ group, rules }) => [group.id, rules.length])).toEqual([
    [staff.group, 3],
    [logins.group, 1],
  ])

  expect(await statuses(staff.group)).toEqual(['needs_review', 'needs_review', 'needs_review', 'ok'])
  expect(await statuses(logins.group)).toEqual(['ok', 'needs_review'])
})

test('the mark acts on the next request, is written down, and is made once', async () => {
  const opened = await shopOfYesterday()
  const { administrator, person, database, startWithout } = opened
  const agent = await person({ rules: [allow('read', 'customer', { conditions: { notes: null } })] })
  expect(await agent.ids('customer')).toHaveLength(4)
  const before = (await administrator.read('permissionGroup', agent.group)).body

  const [marked] = await startWithout()

  expect((await agent.list('customer')).status).toBe(403)
  expect((await administrator.update('permissionGroup', before, { name: 'Outro nome' })).status).toBe(412)
  const rows = await database.read<{ after: unknown }>(
    'SELECT actor_id, target_id, "after" FROM rbac_audit WHERE kind = \'rules-broken\'',
  )
  expect(rows.map(({ after, ...row }) => ({ ...row, after: parsed(after) }))).toEqual([
    { actor_id: null, target_id: agent.group, after: { rules: marked?.rules } },
  ])
  expect(await refused(opened, startWithout)).toEqual([])
})

test('what comes back under the same name brings no right back, until the rule is saved anew', async () => {
  const { administrator, person, start, startWithout, statuses } = await shopOfYesterday()
  const agent = await person({
    rules: [
      allow('read', 'customer', { conditions: { notes: null } }),
      deny('read', 'customer', { fields: ['notes'] }),
    ],
  })
  await startWithout()
  await start()
  expect(await statuses(agent.group)).toEqual(['needs_review', 'needs_review'])
  expect((await agent.list('customer')).status).toBe(403)
  const group = (await administrator.read('permissionGroup', agent.group)).body
  const reviewed = await administrator.send('POST', '/api/permissions/review', {
    body: { group: group.id, rules: group.rules },
  })
  expect(reviewed.body.errors).toEqual([])
  expect(reviewed.body.warnings).toEqual([
    { index: 0, code: 'gone', text: expect.stringMatching(/não permite nada.*salve/) },
    { index: 1, code: 'gone', text: expect.stringMatching(/impede em todos.*salve/) },
  ])

  const renamed = await administrator.update('permissionGroup', group, { name: 'Outro nome' })
  expect(await statuses(agent.group)).toEqual(['needs_review', 'needs_review'])
  await administrator.update('permissionGroup', renamed.body, { rules: group.rules })

  expect(await statuses(agent.group)).toEqual(['ok', 'ok'])
  expect(await agent.ids('customer')).toHaveLength(4)
})

/** SQLite gives JSON as text. */
const parsed = (json: unknown) => (typeof json === 'string' ? JSON.parse(json) : json)
