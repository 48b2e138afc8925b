import { expect, test } from 'vitest'
import { samples } from '../src/define/kinds/samples.ts'
import { zooPanel } from './panel.ts'
import { refused } from './rows.ts'

const { good, bad } = samples.permissionRules

/** Ids are given by the database: which rule keeps its own is told in `permission-groups.test.ts`. */
const withoutIds = (rules: unknown) => (rules as object[]).map((rule) => ({ ...rule, id: undefined }))

test('rules of any resource are written and read back', async () => {
  const { administrator } = await zooPanel()

  for (const [sent, read] of good) {
    const { id, rules } = await administrator.make('zoo', { rules: sent })
    expect(withoutIds(rules)).toEqual(withoutIds(read))
    expect((await administrator.read('zoo', id)).body.rules).toEqual(rules)
  }
})

test('values that are no rules are refused, and change nothing', async () => {
  const { administrator, database, resources } = await zooPanel()
  const record = await administrator.make('zoo', { rules: [{ actions: ['read'], subject: 'brand' }] })

  for (const value of bad) {
    const answer = await refused({ database, resources }, () => administrator.update('zoo', record, { rules: value }))
    expect(answer.status, JSON.stringify(value).slice(0, 200)).toBe(statusFor(value))
  }
})

/** What no program may send at all, a key that rules do not have, and values that will not do. */
function statusFor(value: unknown): number {
  const text = JSON.stringify(value)
  if (text.includes('__proto__')) return 400
  return text.includes('"constructor":1}]') ? 403 : 422
}

test('rules can be neither filtered nor sorted by', async () => {
  const { administrator } = await zooPanel()

  expect((await administrator.list('zoo', 'rules=1')).status).toBe(400)
  expect((await administrator.list('zoo', '_sort=rules')).status).toBe(400)
})
