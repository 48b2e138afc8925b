import { describe, expect, test } from 'vitest'
import { panel } from './panel.ts'
import { allow } from './permissions/rules.ts'

async function withContacts() {
  const opened = await panel()
  const { administrator } = opened
  const customer = await administrator.make('customer')
  const contact = (values: object = {}) => administrator.make('contact', { customer: customer.id, ...values })
  const primary = async (owner = customer) => {
    const { body } = await administrator.list('contact', `customer=${owner.id}&isPrimary=true`)
    return body.map(({ id }: { id: number }) => id)
  }
  return { ...opened, customer, contact, primary }
}

describe('of the contacts of a customer one at most is primary', () => {
  test('a new one that is takes it from the other, which is changed like any record', async () => {
    const { administrator, contact, primary } = await withContacts()
    const first = await contact({ isPrimary: true })
    expect(await primary()).toEqual([first.id])

    const second = await contact({ isPrimary: true })

    expect(await primary()).toEqual([second.id])
    expect((await administrator.read('contact', first.id)).body).toMatchObject({ isPrimary: false, version: 2 })
    expect((await administrator.update('contact', first, { name: 'Eva Dias' })).status).toBe(412)
  })

  test('so does one that becomes it; and taking it away leaves none', async () => {
    const { administrator, contact, primary } = await withContacts()
    const [first, second] = [await contact({ isPrimary: true }), await contact()]
    const { body } = await administrator.update('contact', second, { isPrimary: true })
    expect(await primary()).toEqual([second.id])

    expect((await administrator.update('contact', second, { isPrimary: true }, '*')).status).toBe(200)
    expect(await primary()).toEqual([second.id])
    expect((await administrator.update('contact', body, { isPrimary: false }, '*')).status).toBe(200)
    expect(await primary()).toEqual([])
    expect((await administrator.read('contact', first.id)).body.isPrimary).toBe(false)
  })

  test('those of another customer keep theirs', async () => {
    const { administrator, contact, primary } = await withContacts()
    const other = await administrator.make('customer')
    const theirs = await administrator.make('contact', { customer: other.id, isPrimary: true })
    await contact({ isPrimary: true })
    expect(await primary(other)).toEqual([theirs.id])
  })

  test('nothing of it stays when the change is refused', async () => {
    const { administrator, contact, primary } = await withContacts()
    const [first, second] = [await contact({ isPrimary: true }), await contact()]
    expect((await administrator.update('contact', second, { isPrimary: true, email: 'none' })).status).toBe(422)
    expect((await administrator.update('contact', { ...second, version: 9 }, { isPrimary: true })).status).toBe(412)
    expect(await primary()).toEqual([first.id])
  })

  test('whoever may make one primary need not see the other', async () => {
    const { person, contact, primary } = await withContacts()
    await contact({ isPrimary: true, name: 'Segredo' })
    const second = await contact({ name: 'Eva Dias' })
    const clerk = await person({
      rules: [allow(['read', 'update'], 'contact', { conditions: { name: 'Eva Dias' } })],
    })
    expect((await clerk.update('contact', second, { isPrimary: true })).status).toBe(200)
    expect(await primary()).toEqual([second.id])
  })

  test('many who try at once leave one', async () => {
    const { administrator, contact, primary } = await withContacts()
    const contacts = await Promise.all(Array.from({ length: 6 }, () => contact()))
    const answers = await Promise.all([
      ...contacts.map((one) => administrator.update('contact', one, { isPrimary: true }, '*')),
      ...contacts.map((one) => administrator.update('contact', one, { isPrimary: true }, '*')),
    ])
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(await primary()).toHaveLength(1)
  })
})

describe('of the groups of a brand one at most is the default for new customers', () => {
  test('one for each brand, and one for all', async () => {
    const { administrator } = await panel()
    const brand = await administrator.make('brand')
    const group = (name: string, values: object) =>
      administrator.make('permissionGroup', { name, audience: 'customers', isDefault: true, ...values })
    const defaults = async () => {
      const { body } = await administrator.list('permissionGroup', 'isDefault=true&_sort=name')
      return body.map(({ name }: { name: string }) => name)
    }
    await group('Geral', {})
    const own = await group('Próprio', { brand: brand.id })
    expect(await defaults()).toEqual(['Geral', 'Próprio'])

    const other = await group('Outro geral', {})
    expect(await defaults()).toEqual(['Outro geral', 'Próprio'])

    // A default that moves to where another stands takes its place.
    expect((await administrator.update('permissionGroup', other, { brand: brand.id })).status).toBe(200)
    expect(await defaults()).toEqual(['Outro geral'])
    expect((await administrator.update('permissionGroup', own, { brand: null }, '*')).status).toBe(200)
    expect((await administrator.update('permissionGroup', own, { isDefault: true }, '*')).status).toBe(200)
    expect(await defaults()).toEqual(['Outro geral', 'Próprio'])
  })

  test('a group of the staff is never one', async () => {
    const { administrator } = await panel()
    const answer = await administrator.create('permissionGroup', { name: 'Equipe', isDefault: true })
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['isDefault']])
  })
})
