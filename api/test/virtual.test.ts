import { expect, test } from 'vitest'
import { zooPanel } from './panel.ts'

test('a value worked out from others follows them wherever the record is read', async () => {
  const { administrator } = await zooPanel()
  const visit = await administrator.make('visit', { visitor: 'Ana', minutes: 10 })
  expect(visit).toMatchObject({ greeting: 'Ana: 10 min', long: false })

  const changed = await administrator.update('visit', visit, { minutes: 90 })
  expect(changed.body).toMatchObject({ greeting: 'Ana: 90 min', long: true })
  expect((await administrator.read('visit', visit.id)).body).toMatchObject({ greeting: 'Ana: 90 min', long: true })
  expect((await administrator.list('visit')).body).toMatchObject([{ greeting: 'Ana: 90 min', long: true }])
  const stale = await administrator.update('visit', visit, { minutes: 5 })
  expect(stale.body.current).toMatchObject({ greeting: 'Ana: 90 min', long: true })
})

test('a value that is a condition filters lists; one worked out in JavaScript cannot, and neither sorts', async () => {
  const { administrator } = await zooPanel()
  for (const minutes of [10, 60, 90, 600]) await administrator.make('visit', { minutes })
  const minutes = async (query: string) =>
    (await administrator.list('visit', `${query}&_sort=minutes`)).body.map((row: { minutes: number }) => row.minutes)
  const status = async (query: string) => (await administrator.list('visit', query)).status

  expect(await minutes('long=true')).toEqual([60, 90])
  expect(await minutes('long=false')).toEqual([10, 600])
  expect(await minutes('long=false&minutes_gt=100')).toEqual([600])
  expect(
    await Promise.all(
      ['greeting=Ana', 'greeting_like=a', 'long_ne=true', 'long_null=true', '_sort=greeting', '_sort=long'].map(status),
    ),
  ).toEqual([400, 400, 400, 400, 400, 400])
})

test('a computed value is described and never asked for', async () => {
  const { administrator } = await zooPanel()
  const { resources } = (await administrator.send('GET', '/api/meta')).body
  const fields = resources.find(({ name }: { name: string }) => name === 'visit').fields
  const field = (wanted: string) => fields.find(({ name }: { name: string }) => name === wanted)
  expect(field('long')).toMatchObject({
    kind: 'virtual',
    readOnly: true,
    operators: ['eq'],
    format: { as: { kind: 'boolean' } },
  })
  expect(field('greeting')).toMatchObject({
    kind: 'virtual',
    readOnly: true,
    operators: [],
    format: { as: { kind: 'text' } },
  })
  expect(field('greeting').sortable).toBe(undefined)
})
