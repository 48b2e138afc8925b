import { expect, test } from 'vitest'
import { panel, panelOf, zooPanel } from './panel.ts'
import { taskResources } from './task.ts'

test('a list that has not changed is not sent again, a record always is', async () => {
  const { administrator } = await zooPanel()
  const visit = await administrator.make('visit')
  const again = async (path: string, etag: string | null, tag = (text: string) => text) => {
    const answer = await administrator.send('GET', path, { headers: { 'If-None-Match': tag(etag ?? '') } })
    return [answer.status, answer.text === '']
  }
  const list = await administrator.list('visit')
  const etag = list.headers.get('ETag')

  expect(list.headers.get('Cache-Control')).toBe('private, no-cache')
  expect(await again('/api/visits', etag)).toEqual([304, true])
  expect(await again('/api/visits', etag, (text) => `W/${text}`)).toEqual([304, true])
  expect(await again('/api/visits', etag, (text) => `"other", ${text}`)).toEqual([304, true])
  expect(await again('/api/visits', '"other"')).toEqual([200, false])
  expect(await again('/api/visits?_fields=visitor', etag)).toEqual([200, false])

  const one = await administrator.read('visit', visit.id)
  expect(one.headers.get('ETag')).toBe('"1"')
  expect(one.headers.get('Cache-Control')).toBe('no-store')
  expect(await again(`/api/visits/${visit.id}`, '"1"')).toEqual([200, false])
})

test('the ETag of a list is that of its body: another row changes it, a change undone brings it back', async () => {
  const { administrator } = await zooPanel()
  await administrator.make('enclosure', { name: 'Sul' })
  const etag = async () => (await administrator.list('enclosure', '_fields=name')).headers.get('ETag')
  const before = await etag()

  const another = await administrator.make('enclosure', { name: 'Norte' })
  expect(await etag()).not.toBe(before)
  await administrator.remove('enclosure', another)
  expect(await etag()).toBe(before)
})

test('a brand renamed has its new name in every list at once, and the list another ETag', async () => {
  const { administrator } = await panel()
  const [zeta, other] = [
    await administrator.make('brand', { name: 'Zeta' }),
    await administrator.make('brand', { name: 'Meio' }),
  ]
  for (const { id } of [zeta, other]) await administrator.make('customer', { brand: id })
  const list = async () => {
    const { headers, body } = await administrator.list('customer', '_sort=brand')
    return { etag: headers.get('ETag'), brands: body.map(({ brand }: { brand: { title: string } }) => brand.title) }
  }
  const before = await list()
  expect(before.brands).toEqual(['Meio', 'Zeta'])

  await administrator.update('brand', zeta, { name: 'Alfa' })

  const after = await list()
  expect(after.brands).toEqual(['Alfa', 'Meio'])
  expect(after.etag).not.toBe(before.etag)
  expect((await administrator.lookup('brand')).body).toEqual([
    { id: zeta.id, title: 'Alfa', path: 'Alfa' },
    { id: other.id, title: 'Meio', path: 'Meio' },
  ])
})

test('what an action changes shows in the lists of every resource it touched', async () => {
  const { administrator } = await zooPanel()
  const visit = await administrator.make('visit')
  const there = await administrator.make('enclosure', { name: 'Novo' })
  const open = async () => (await administrator.list('enclosure', 'open=true')).headers.get('X-Total-Count')
  const where = async () => (await administrator.list('visit')).body[0].enclosure.title
  expect(await open()).toBe('2')
  expect(await where()).not.toBe('Novo')

  await administrator.act('visit', visit, 'move', { enclosure: there.id })
  expect(await where()).toBe('Novo')
  await administrator.bulk('visit', 'closeAll', {})
  expect(await open()).toBe('0')
})

test('what goes along with a deleted record leaves its lists too', async () => {
  const { administrator } = await zooPanel()
  const visit = await administrator.make('visit')
  const total = async () => (await administrator.list('visit')).headers.get('X-Total-Count')
  expect(await total()).toBe('1')

  const enclosure = await administrator.read('enclosure', (visit.enclosure as { id: number }).id) // `make` gave it one
  expect((await administrator.remove('enclosure', enclosure.body)).status).toBe(204)

  expect(await total()).toBe('0')
  expect((await administrator.list('visit')).body).toEqual([])
})

test('and so do the parts of its parts', async () => {
  const { administrator } = await panelOf('tasks', taskResources)
  const task = await administrator.make('task')
  const step = await administrator.make('step', { task: task.id })
  await administrator.make('remark', { step: step.id })
  expect(await administrator.ids('remark')).toHaveLength(1)

  expect((await administrator.remove('task', task)).status).toBe(204)

  expect(await administrator.ids('remark')).toEqual([])
})

test('a refused change leaves lists as they were', async () => {
  const { administrator } = await zooPanel()
  const visit = await administrator.make('visit')
  const before = await administrator.list('visit')

  await administrator.update('visit', visit, { minutes: 0 })
  await administrator.act('visit', visit, 'move', { enclosure: (visit.enclosure as { id: number }).id }) // `make` gave it one

  expect((await administrator.list('visit')).headers.get('ETag')).toBe(before.headers.get('ETag'))
})
