import { describe, expect, test } from 'vitest'
import { zooPanel } from './panel.ts'
import { refused } from './rows.ts'

/** What a careless parser takes for 1. */
const guises = [
  '1.0',
  '%201',
  '1%20',
  '1e0',
  '0x1',
  '01',
  '+1',
  '1_',
  '1;2',
  '1,2',
  '1%2F..',
  '%31%00',
  '１',
  '1%0A',
  '١',
  'null',
  'NaN',
  'Infinity',
  '0',
  '-1',
  '-0',
  '2147483648',
  '99999999999',
  '1'.repeat(400),
]

describe('an id in another guise is malformed, and never another record', () => {
  test.each(guises)('%s', async (id) => {
    const opened = await zooPanel()
    const { administrator } = opened
    const visit = await administrator.make('visit')
    expect(visit.id).toBe(1)
    const ifMatch = { headers: { 'If-Match': '*' } }

    const answers = await refused(opened, async () => [
      await administrator.send('GET', `/api/visits/${id}`),
      await administrator.send('PATCH', `/api/visits/${id}`, { body: { minutes: 5 }, ...ifMatch }),
      await administrator.send('DELETE', `/api/visits/${id}`, ifMatch),
      await administrator.send('POST', `/api/visits/${id}/actions/move`, { body: { enclosure: 1 }, ...ifMatch }),
      await administrator.send('GET', `/api/visits?id=${id}`),
      await administrator.send('GET', `/api/visits?enclosure=${id}`),
      await administrator.send('GET', `/api/visits?enclosure_under=${id}`),
      await administrator.send('GET', `/api/enclosures?id_under=${id}`),
      await administrator.send('GET', `/api/visits/lookup?ids=${id.replace('1,2', '1,,2')}`),
    ])

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [400, 'malformed']))
  })
})

test('an id in a body is a whole number in its bounds', async () => {
  const opened = await zooPanel()
  const { administrator } = opened
  await administrator.make('enclosure')
  const ids = ['1', 1.5, 0, -1, 2_147_483_648, true, [1], { id: 1 }, null]

  const answers = await refused(opened, async () =>
    Promise.all(ids.map((enclosure) => administrator.create('visit', { visitor: 'Ana', enclosure }))),
  )

  expect(answers.map(({ status, body }) => [status, Object.keys(body.errors)])).toEqual(
    ids.map(() => [422, ['enclosure']]),
  )
})
