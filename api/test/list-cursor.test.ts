import { describe, expect, test } from 'vitest'
import { samples } from '../src/define/kinds/samples.ts'
import type { Client } from './client.ts'
import { panel, zooPanel } from './panel.ts'
import { fill } from './rows.ts'
import { plainKinds } from './zoo.ts'

/** The ids of every page, from the first to the empty one, by cursor. */
async function walk(
  client: Client,
  resource: string,
  { size, query, between }: { size: number; query: string; between?: () => Promise<unknown> },
): Promise<number[]> {
  const seen: number[] = []
  for (let after = ''; ; ) {
    const { status, headers, body } = await client.list(resource, `_end=${size}&${query}${after && `&_after=${after}`}`)
    expect(status).toBe(200)
    const next = headers.get('X-Next-Cursor')
    expect(next === null).toBe(body.length === 0)
    if (next === null) return seen
    seen.push(...body.map(({ id }: { id: number }) => id))
    after = next
    await between?.()
  }
}

const sortable = plainKinds.filter((kind) => samples[kind].field.sortable).map((kind) => `${kind}Value`)

describe('a walk by cursor sees what the pages by number show, each row once', () => {
  test('under equal and empty values of every kind, up and down', async () => {
    const opened = await zooPanel()
    await fill(
      opened,
      'zoo',
      Array.from({ length: 14 }, (_, at) => ({
        name: 'Zoo',
        ...Object.fromEntries(
          plainKinds.flatMap((kind) => {
            const { good } = samples[kind]
            return at % 3 === 0 ? [] : [[`${kind}Value`, good[(at >> 1) % good.length]?.[0]]]
          }),
        ),
      })),
    )
    for (const sort of [...sortable, ...sortable.map((name) => `${name}&_order=desc`)]) {
      const byNumber = await opened.administrator.ids('zoo', `_end=200&_sort=${sort}`)
      expect(byNumber).toHaveLength(14)
      expect([sort, await walk(opened.administrator, 'zoo', { size: 5, query: `_sort=${sort}` })]).toEqual([
        sort,
        byNumber,
      ])
    }
  })

  test('by several fields, a reference among them', async () => {
    const opened = await zooPanel()
    const { administrator } = opened
    const enclosures: number[] = []
    for (const name of ['Sul', 'norte', 'Ágora']) enclosures.push((await administrator.make('enclosure', { name })).id)
    await fill(
      opened,
      'visit',
      Array.from({ length: 20 }, (_, at) => ({
        visitor: `Visita ${at % 4}`,
        enclosure: enclosures[at % 3],
        minutes: 10 + (at % 2),
      })),
    )
    for (const query of [
      '_sort=enclosure,minutes,visitor&_order=desc,asc,desc',
      '_sort=minutes,id&_order=asc,desc',
      '_sort=id&_order=desc',
      '_sort=createdAt',
      '_sort=visitor&minutes=10',
    ]) {
      const byNumber = await administrator.ids('visit', `_end=200&${query}`)
      expect([query, await walk(administrator, 'visit', { size: 3, query })]).toEqual([query, byNumber])
    }
  })

  test('and rows that come and go meanwhile neither repeat nor hide one', async () => {
    const opened = await zooPanel()
    const { administrator } = opened
    await fill(
      opened,
      'enclosure',
      Array.from({ length: 12 }, (_, at) => ({ name: `M${at}` })),
    )
    const standing = await administrator.ids('enclosure', '_end=200')
    const gone: number[] = []
    let serial = 0

    const seen = await walk(administrator, 'enclosure', {
      size: 3,
      query: '_sort=name',
      async between() {
        serial += 1
        await administrator.make('enclosure', { name: `A${serial}` })
        const late = await administrator.make('enclosure', { name: `Z${serial}` })
        await administrator.remove('enclosure', late)
        gone.push(late.id)
      },
    })

    expect(seen.filter((id) => standing.includes(id))).toEqual(standing)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((id) => gone.includes(id))).toEqual([])
  })

  test('even after the row it stands on is gone', async () => {
    const opened = await zooPanel()
    const { administrator } = opened
    await fill(
      opened,
      'enclosure',
      ['a', 'b', 'c', 'd'].map((name) => ({ name })),
    )
    const first = await administrator.list('enclosure', '_end=2')
    await administrator.remove('enclosure', first.body[1])

    const second = await administrator.list('enclosure', `_end=2&_after=${first.headers.get('X-Next-Cursor')}`)

    expect(second.body.map(({ name }: { name: string }) => name)).toEqual(['c', 'd'])
  })
})

test('with a cursor the number of the page no longer counts, so that any depth can be reached', async () => {
  const opened = await zooPanel()
  const { administrator } = opened
  await fill(
    opened,
    'enclosure',
    ['a', 'b', 'c'].map((name) => ({ name })),
  )
  const cursor = (await administrator.list('enclosure', '_end=1')).headers.get('X-Next-Cursor')

  const { body } = await administrator.list('enclosure', `_start=5000000&_end=5000001&_after=${cursor}`)

  expect(body.map(({ name }: { name: string }) => name)).toEqual(['b'])
})

test('a cursor holds for its person, its list and its order alone', async () => {
  const { administrator, as, database } = await panel()
  await administrator.make('brand', { name: 'Acme' })
  const cursor = (await administrator.list('brand')).headers.get('X-Next-Cursor')
  expect((await administrator.list('brand', `_after=${cursor}`)).status).toBe(200)
  await database.write((scope) =>
    scope.run(
      'INSERT INTO user_permission_groups (user_id, group_id, granted_at) SELECT 2, id, created_at FROM permission_groups',
    ),
  )
  const other = await as('nobody')
  expect((await other.list('brand')).status).toBe(200)

  const answers = [
    await other.list('brand', `_after=${cursor}`),
    await administrator.list('user', `_after=${cursor}`),
    await administrator.list('brand', `_sort=name&_order=desc&_after=${cursor}`),
    await administrator.list('brand', `_sort=id&_after=${cursor}`),
    await administrator.list('brand', `_after=${cursor?.slice(1)}`),
    await administrator.list('brand', `_after=${cursor?.slice(0, -2)}`),
    await administrator.list('brand', '_after='),
    await administrator.list('brand', '_after=1'),
    await administrator.list('brand', `_after=${cursor}&_after=${cursor}`),
  ]

  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400))
})

test('nobody reads a value in a cursor', async () => {
  const { administrator } = await panel()
  await administrator.make('brand', { name: 'Segredo' })
  const cursor = (await administrator.list('brand')).headers.get('X-Next-Cursor') ?? ''
  expect(Buffer.from(cursor, 'base64url').toString('latin1').toLowerCase()).not.toContain('segredo')
})
