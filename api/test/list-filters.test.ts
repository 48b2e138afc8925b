import { describe, expect, test } from 'vitest'
import type { Client } from './client.ts'
import { panel, zooPanel } from './panel.ts'
import { fill } from './rows.ts'

/** What a refusal says, without the name it was asked with. */
async function refusal(client: Client, resource: string, query: string) {
  const { status, body } = await client.list(resource, query)
  return { status, code: body.code }
}

const malformed = [
  ['an unknown parameter', '_page=2'],
  ['an unknown parameter that objects have', '__proto__=1'],
  ['an unknown operator of a field', 'minutes_foo=1'],
  ['an operator that the field has not', 'minutes_like=1'],
  ['the suffix of equality', 'minutes_eq=1'],
  ['an operator of a value worked out in JavaScript', 'greeting=Ana'],
  ['a subtree of what is no tree', 'id_under=1'],
  ['a value that is none of the field', 'minutes=30.0'],
  ['a number in another guise', 'minutes=0x1e'],
  ['a number with an exponent', 'minutes=3e1'],
  ['a number with a blank', 'minutes=%2030'],
  ['a number too long to be exact', 'minutes=99999999999999999999'],
  ['an id in another guise', 'id=1.0'],
  ['an id too large', 'id=2147483648'],
  ['no id at all', 'id='],
  ['a reference that is no id', 'enclosure=1e0'],
  ['a truth that is none', 'long=yes'],
  ['emptiness that is neither true nor false', 'ticket_null=1'],
  ['one bound of two', 'minutes_between=1'],
  ['three bounds', 'minutes_between=1&minutes_between=2&minutes_between=3'],
  ['a repeated bound', 'minutes_gt=1&minutes_gt=2'],
  ['a repeated search', 'q=a&q=b'],
  ['a repeated subtree', 'enclosure_under=1&enclosure_under=2'],
  ['a text longer than any', `visitor=${'x'.repeat(501)}`],
  ['a NUL', 'visitor=a%00'],
  ['half a surrogate pair', 'visitor=%ED%A0%80'],
  ['what is no UTF-8', 'visitor=%FF'],
] as const

describe('nothing in an address is ignored: it is malformed to send', () => {
  test.each(malformed)('%s', async (_, query) => {
    const { administrator } = await zooPanel()
    expect(await refusal(administrator, 'visit', query)).toEqual({ status: 400, code: 'malformed' })
  })
})

test('a field that does not exist and one that nobody may read are the same refusal', async () => {
  const { administrator } = await panel()
  const asked = (name: string) => [
    `${name}=x`,
    `${name}_like=x`,
    `${name}_foo=x`,
    `${name}_null=true`,
    `_sort=${name}`,
    `_fields=name,${name}`,
  ]
  const bodies = async (name: string) =>
    Promise.all(asked(name).map(async (query) => (await administrator.list('user', query)).text.replaceAll(name, '?')))

  const secret = await bodies('password')

  expect(secret).toEqual(await bodies('nothing'))
  expect(secret.map((text) => JSON.parse(text).status)).toEqual(secret.map(() => 403))
})

/** Visits of 10, 20 and 60 minutes, the first with a ticket. */
async function visits() {
  const opened = await zooPanel()
  const enclosure = await opened.administrator.make('enclosure')
  await fill(opened, 'visit', [
    { visitor: 'Ana', enclosure: enclosure.id, minutes: 10, ticket: 'A-1' },
    { visitor: 'Bia', enclosure: enclosure.id, minutes: 20 },
    { visitor: 'Caio, Zé', enclosure: enclosure.id, minutes: 60 },
  ])
  const found = async (query: string) =>
    (await opened.administrator.list('visit', query)).body
      .map(({ visitor }: { visitor: string }) => visitor[0])
      .join('')
  return { ...opened, found }
}

const findings = [
  ['minutes=20', 'B'],
  ['minutes=10&minutes=60', 'AC'],
  ['minutes_in=10,60', 'AC'],
  ['minutes_in=10&minutes_in=60', 'AC'],
  ['minutes_in=', ''],
  ['minutes_nin=', 'ABC'],
  ['minutes_nin=10,20', 'C'],
  ['minutes_ne=10', 'BC'],
  ['minutes_ne=10&minutes_ne=20', 'C'],
  ['minutes_between=10,20', 'AB'],
  ['minutes_between=20&minutes_between=60', 'BC'],
  ['minutes_between=60,10', ''],
  ['minutes_gt=10&minutes_lt=60', 'B'],
  ['ticket_null=true', 'BC'],
  ['ticket_null=false', 'A'],
  ['ticket_ne=A-1', 'BC'],
  ['ticket_nin=A-1', 'BC'],
  ['ticket_like=%25', ''],
  ['visitor_in=Caio, Zé', 'C'],
  ['visitor_in=Ana&visitor_in=Bia', 'AB'],
  ['visitor_in=Ana,Bia', ''],
  ['visitor_in=', ''],
  ['visitor=', ''],
  ['visitor_like=ze', 'C'],
  ['visitor_starts=CAIO', 'C'],
  ['long=true', 'C'],
  ['long=false', 'AB'],
  ['long=true&long=false', 'ABC'],
  ['id_in=', ''],
  ['createdAt_gte=2000-01-01T00:00:00Z', 'ABC'],
  ['createdAt_lt=2000-01-01T00:00:00-03:00', ''],
  ['createdAt_between=2000-01-01T00:00:00Z,2999-01-01T00:00:00Z', 'ABC'],
] as const

describe('filters find what they say, and several all at once', () => {
  test('one after the other', async () => {
    const { found } = await visits()
    for (const [query, visitors] of findings)
      expect([query, await found(`${query}&_sort=id`)]).toEqual([query, visitors])
  })

  test('an empty list of ids is the empty list, whatever else is asked', async () => {
    const { administrator } = await visits()
    const { status, headers, body } = await administrator.list('visit', 'id_in=&minutes_gte=0')
    expect([status, headers.get('X-Total-Count'), body]).toEqual([200, '0', []])
  })
})

describe('a subtree', () => {
  async function tree() {
    const opened = await zooPanel()
    const { administrator } = opened
    const root = await administrator.make('enclosure', { name: 'Raiz' })
    const branch = await administrator.make('enclosure', { name: 'Ramo', parent: root.id })
    const leaf = await administrator.make('enclosure', { name: 'Folha', parent: branch.id })
    const other = await administrator.make('enclosure', { name: 'Outra' })
    for (const [at, { id }] of [root, branch, leaf, other].entries())
      await administrator.make('visit', { visitor: `V${at}`, enclosure: id })
    const found = async (resource: string, query: string) =>
      (await administrator.list(resource, query)).body
        .map(({ name, visitor }: Record<string, string>) => name ?? visitor)
        .toSorted()
    return { ...opened, root, branch, leaf, other, found }
  }

  test('is a record and everything below it, of the tree itself and of what points into it', async () => {
    const { found, root, branch, leaf } = await tree()
    expect(await found('enclosure', `id_under=${root.id}`)).toEqual(['Folha', 'Raiz', 'Ramo'])
    expect(await found('enclosure', `id_under=${leaf.id}`)).toEqual(['Folha'])
    expect(await found('enclosure', `parent_under=${branch.id}`)).toEqual(['Folha'])
    expect(await found('visit', `enclosure_under=${branch.id}`)).toEqual(['V1', 'V2'])
    expect(await found('visit', `enclosure_under=${branch.id}&visitor=V2`)).toEqual(['V2'])
  })

  test('of a record that does not exist is empty', async () => {
    const { found } = await tree()
    expect(await found('visit', 'enclosure_under=999')).toEqual([])
    expect(await found('enclosure', 'id_under=999')).toEqual([])
  })

  test('follows at once when a part of the tree moves', async () => {
    const { administrator, found, root, branch, other } = await tree()
    await administrator.update('enclosure', branch, { parent: other.id })
    expect(await found('visit', `enclosure_under=${root.id}`)).toEqual(['V0'])
    expect(await found('visit', `enclosure_under=${other.id}`)).toEqual(['V1', 'V2', 'V3'])
  })
})
