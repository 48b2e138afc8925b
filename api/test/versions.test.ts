import { expect, test } from 'vitest'
import { zooPanel } from './panel.ts'
import { refused } from './rows.ts'

test('a change, a deletion and an action need the version that was read', async () => {
  const opened = await zooPanel()
  const { administrator } = opened
  const visit = await administrator.make('visit')
  const there = await administrator.make('enclosure')
  const path = `/api/visits/${visit.id}`

  const answers = await refused(opened, async () => [
    await administrator.send('PATCH', path, { body: { minutes: 5 } }),
    await administrator.send('DELETE', path),
    await administrator.send('POST', `${path}/actions/move`, { body: { enclosure: there.id } }),
    await administrator.bulk('visit', 'move', { records: [{ id: visit.id }], input: { enclosure: there.id } }),
  ])

  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
    answers.map(() => [428, 'precondition-required']),
  )
})

test('whoever read an older version is refused, and told what the record is now', async () => {
  const opened = await zooPanel()
  const { administrator } = opened
  const visit = await administrator.make('visit', { visitor: 'Ana', minutes: 10 })
  const there = await administrator.make('enclosure')
  await administrator.update('visit', visit, { minutes: 20 })

  const answers = await refused(opened, async () => [
    await administrator.update('visit', visit, { visitor: 'Bia' }),
    await administrator.remove('visit', visit),
    await administrator.act('visit', visit, 'move', { enclosure: there.id }),
    await administrator.bulk('visit', 'move', {
      records: [{ id: visit.id, version: 1 }],
      input: { enclosure: there.id },
    }),
  ])

  const now = (await administrator.read('visit', visit.id)).body
  expect(now).toMatchObject({ visitor: 'Ana', minutes: 20, version: 2 })
  expect(answers.map(({ status, body }) => [status, body.code, body.current])).toEqual(
    answers.map(() => [412, 'stale', now]),
  )
})

test('a version that was never there is stale too', async () => {
  const { administrator } = await zooPanel()
  const visit = await administrator.make('visit')
  expect((await administrator.update('visit', visit, { minutes: 5 }, '"2"')).status).toBe(412)
})

test('a star says "I accept to overwrite"', async () => {
  const { administrator } = await zooPanel()
  const visit = await administrator.make('visit', { visitor: 'Ana' })
  const there = await administrator.make('enclosure')
  await administrator.update('visit', visit, { minutes: 20 })

  expect((await administrator.update('visit', visit, { visitor: 'Bia' }, '*')).body).toMatchObject({
    visitor: 'Bia',
    minutes: 20,
    version: 3,
  })
  const moved = await administrator.bulk(
    'visit',
    'move',
    { records: [{ id: visit.id }], input: { enclosure: there.id } },
    { 'If-Match': '*' },
  )
  expect([moved.status, moved.body.records[0].version]).toEqual([200, 4])
  expect((await administrator.remove('visit', visit, '*')).status).toBe(204)
})

test.each(['1', 'W/"1"', '"1", "2"', '"01"', '"0"', '"-1"', '"1.0"', '" 1"', '""', '"1', '"99999999999"', '*, "1"'])(
  'If-Match takes a version in quotes and nothing else: %s',
  async (ifMatch) => {
    const opened = await zooPanel()
    const { administrator } = opened
    const visit = await administrator.make('visit')
    const answer = await refused(opened, () => administrator.update('visit', visit, { minutes: 5 }, ifMatch))
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed' } })
  },
)

test('what is not there is missing, whatever the version', async () => {
  const { administrator } = await zooPanel()
  const nowhere = { id: 999, version: 1 }
  const there = await administrator.make('enclosure')
  const answers = [
    await administrator.read('visit', 999),
    await administrator.update('visit', nowhere, { minutes: 5 }),
    await administrator.update('visit', nowhere, { minutes: 5 }, '*'),
    await administrator.remove('visit', nowhere),
    await administrator.act('visit', nowhere, 'move', { enclosure: there.id }),
  ]
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [404, 'missing']))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
})

test('a change touches the fields it names and no other', async () => {
  const { administrator } = await zooPanel()
  const visit = await administrator.make('visit', { visitor: 'Ana', ticket: 'A-1', minutes: 10 })
  const { body } = await administrator.update('visit', visit, { minutes: 90 })
  expect(body).toMatchObject({
    visitor: 'Ana',
    ticket: 'A-1',
    minutes: 90,
    version: 2,
    createdAt: visit.createdAt,
    long: true,
  })
  expect(Date.parse(body.updatedAt)).toBeGreaterThanOrEqual(Date.parse(String(visit.updatedAt)))
})
