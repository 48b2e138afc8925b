import { describe, expect, test } from 'vitest'
import { joinParameter } from '../src/contract/operators.ts'
import { samples } from '../src/define/kinds/samples.ts'
import { zooPanel } from './panel.ts'
import { refused } from './rows.ts'

/** The records that the samples name by 1 and 2. */
async function withTargets() {
  const opened = await zooPanel()
  for (const name of ['Um', 'Dois']) await opened.administrator.make('enclosure', { name })
  return opened
}

const absent = { belongsTo: null, manyToMany: [] }

describe.each([
  ['belongsTo', 'enclosure'],
  ['manyToMany', 'enclosures'],
] as const)('a field of kind %s', (kind, name) => {
  const { good, bad, filters } = samples[kind]

  test('is written as ids and read back', async () => {
    const { administrator } = await withTargets()
    for (const [sent, read] of good) {
      const { status, body } = await administrator.create('zoo', { name: 'Zoo', [name]: sent })
      expect([status, body[name]]).toEqual([201, read])
      expect((await administrator.read('zoo', body.id)).body[name]).toEqual(read)
    }
    const { body } = await administrator.create('zoo', { name: 'Zoo' })
    expect(body[name]).toEqual(absent[kind])
  })

  test('refuses what is no id, and writes nothing', async () => {
    const opened = await withTargets()
    for (const sent of bad) {
      const { status, body } = await refused(opened, () =>
        opened.administrator.create('zoo', { name: 'Zoo', [name]: sent }),
      )
      const fields = Object.keys(body.errors ?? {}).map((path) => path.split('.')[0])
      expect({ sent, status, fields: [...new Set(fields)] }).toEqual({ sent, status: 422, fields: [name] })
    }
  })

  test('is found by every operator it allows', async () => {
    const { administrator } = await withTargets()
    for (const [sent] of good) await administrator.make('zoo', { [name]: sent })
    await administrator.make('zoo')
    const distinct = (values: readonly unknown[]) =>
      [...new Set(values.map((value) => JSON.stringify(value)))].toSorted()
    for (const { operator, value, finds } of filters) {
      const query = new URLSearchParams(
        [value].flat().map((text): [string, string] => [joinParameter(name, operator), text]),
      )
      const { status, body } = await administrator.list('zoo', query.toString())
      expect({ operator, status, found: distinct(body.map((row: Record<string, unknown>) => row[name])) }).toEqual({
        operator,
        status: 200,
        found: distinct(finds.map((wanted) => wanted ?? absent[kind])),
      })
    }
  })

  test('points only to what there is', async () => {
    const opened = await withTargets()
    const zoo = await opened.administrator.make('zoo')
    const nowhere = kind === 'belongsTo' ? 999 : [1, 999]
    const answers = await refused(opened, async () => [
      await opened.administrator.create('zoo', { name: 'Zoo', [name]: nowhere }),
      await opened.administrator.update('zoo', zoo, { [name]: nowhere }),
    ])
    const errors = { [name]: ['O registro escolhido não existe ou você não pode usá-lo.'] }
    expect(answers.map(({ status, body }) => [status, body.errors])).toEqual(answers.map(() => [422, errors]))
  })
})

test('what a field does not offer and what does not exist are the same error', async () => {
  const opened = await zooPanel()
  const { administrator } = opened
  const closed = await administrator.make('enclosure', { open: false })
  const refusal = async (enclosure: number) =>
    (await refused(opened, () => administrator.create('visit', { visitor: 'Ana', enclosure }))).text
  expect(JSON.parse(await refusal(closed.id)).status).toBe(422)
  expect(await refusal(closed.id)).toBe(await refusal(999))
})

test('what is no longer offered stays where it was chosen', async () => {
  const { administrator } = await zooPanel()
  const visit = await administrator.make('visit')
  await administrator.bulk('visit', 'closeAll', {})
  expect((await administrator.update('visit', visit, { minutes: 5 })).status).toBe(200)
})

test('chosen records are replaced as a whole, and a change of another field leaves them', async () => {
  const { administrator } = await withTargets()
  const zoo = await administrator.make('zoo', { enclosures: [2, 1] })
  expect(zoo.enclosures).toEqual([1, 2])
  expect((await administrator.update('zoo', zoo, { name: 'Outro' }, '*')).body.enclosures).toEqual([1, 2])
  expect((await administrator.update('zoo', zoo, { enclosures: [2] }, '*')).body.enclosures).toEqual([2])
  expect((await administrator.list('zoo')).body[0].enclosures).toEqual([2])
  expect((await administrator.update('zoo', zoo, { enclosures: null }, '*')).body.enclosures).toEqual([])
})

test('a reference is taken away with null', async () => {
  const { administrator } = await withTargets()
  const zoo = await administrator.make('zoo', { enclosure: 1 })
  expect(zoo.enclosure).toEqual({ id: 1, title: 'Um' })
  expect((await administrator.update('zoo', zoo, { enclosure: null })).body.enclosure).toBe(null)
})

test('records are sorted by the title of what they point to, those without one last', async () => {
  const { administrator } = await withTargets()
  for (const enclosure of [1, null, 2]) await administrator.make('zoo', { enclosure })
  const titles = async (order: string) =>
    (await administrator.list('zoo', `_sort=enclosure&_order=${order}`)).body.map(
      (row: { enclosure: { title: string } | null }) => row.enclosure?.title,
    )
  expect(await titles('asc')).toEqual(['Dois', 'Um', undefined])
  expect(await titles('desc')).toEqual(['Um', 'Dois', undefined])
})
