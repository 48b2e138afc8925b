import { describe, expect, test } from 'vitest'
import { panelOf, zooPanel } from './panel.ts'
import { refused } from './rows.ts'
import { taskResources } from './task.ts'

const tasks = () => panelOf('tasks', taskResources)

describe('an action on one record', () => {
  test('does what it says, and answers the record as it is then', async () => {
    const { administrator } = await tasks()
    const task = await administrator.make('task', { name: 'Ler' })
    const { status, body } = await administrator.act('task', task, 'finish')
    expect(status).toBe(200)
    expect(body).toEqual({ message: 'Parabéns. Concluída.', record: (await administrator.read('task', task.id)).body })
    expect(body.record).toMatchObject({ done: true, origin: 'concluída', version: 2 })
  })

  test('that refuses changes nothing, and gives its reason', async () => {
    const opened = await tasks()
    const { administrator } = opened
    const task = await administrator.make('task', { name: 'Ler' })
    await administrator.act('task', task, 'finish')
    const answer = await refused(opened, () => administrator.act('task', { ...task, version: 2 }, 'finish'))
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'conflict', detail: 'Ler já está feita.', message: 'Ler já está feita.' },
    })
  })

  test('may take the record away', async () => {
    const { administrator } = await tasks()
    const task = await administrator.make('task', { name: 'Ler' })
    const { status, body } = await administrator.act('task', task, 'split', { parts: 3 })
    expect([status, body]).toEqual([200, { message: 'Dividida.' }])
    expect((await administrator.list('task')).body.map(({ name }: { name: string }) => name)).toEqual([
      'Ler 1',
      'Ler 2',
      'Ler 3',
    ])
  })

  test('that does not exist, or not for one record, is missing', async () => {
    const { administrator } = await tasks()
    const task = await administrator.make('task')
    for (const name of ['nothing', 'renameAll', 'constructor', 'delete']) {
      expect((await administrator.act('task', task, name)).status).toBe(404)
    }
    expect((await administrator.bulk('task', 'split', { records: [{ id: task.id, version: 1 }] })).status).toBe(404)
  })
})

describe('the input of an action', () => {
  test('has its defaults, and may be left out where nothing is demanded', async () => {
    const { administrator } = await tasks()
    const task = await administrator.make('task', { name: 'Ler' })
    expect(
      (await administrator.send('POST', `/api/tasks/${task.id}/actions/split`, { headers: { 'If-Match': '"1"' } }))
        .status,
    ).toBe(200)
    expect((await administrator.list('task')).body).toHaveLength(2)
  })

  test.each([
    [{ parts: 1 }, 422, ['parts']],
    [{ parts: null }, 422, ['parts']],
    [{ how: 'named' }, 422, ['prefix']],
    [{ how: 'named', prefix: ' ' }, 422, ['prefix']],
    [{ prefix: 'Capítulo' }, 422, ['prefix']],
    [{ how: 'halves', parts: 100 }, 422, ['how', 'parts']],
    [{ pieces: 2 }, 403, []],
  ])('is judged as a whole: %o', async (input, status, fields) => {
    const opened = await tasks()
    const { administrator } = opened
    const task = await administrator.make('task')
    const answer = await refused(opened, () => administrator.act('task', task, 'split', input))
    expect([answer.status, Object.keys(answer.body.errors ?? {}).toSorted()]).toEqual([status, fields])
  })

  test('points only to what there is', async () => {
    const opened = await zooPanel()
    const { administrator } = opened
    const visit = await administrator.make('visit')
    const answers = await refused(opened, async () => [
      await administrator.act('visit', visit, 'move', { enclosure: 999 }),
      await administrator.bulk('visit', 'move', { records: [{ id: visit.id, version: 1 }], input: { enclosure: 999 } }),
      await administrator.bulk('visit', 'move', { records: [{ id: visit.id, version: 1 }], input: { enclosure: 'x' } }),
      await administrator.bulk('visit', 'move', { records: [{ id: visit.id, version: 1 }] }),
    ])
    expect(answers.map(({ status, body }) => [status, Object.keys(body.errors)])).toEqual(
      answers.map(() => [422, ['enclosure']]),
    )
  })
})

describe('what an action writes', () => {
  test('is judged like what a person sends, and nothing of it stays when it will not do', async () => {
    const opened = await tasks()
    const { administrator } = opened
    const task = await administrator.make('task')
    await administrator.make('task', { owner: 'eva@exemplo.com.br' })
    const answers = await refused(opened, async () => [
      await administrator.act('task', task, 'write', { name: 'x'.repeat(21) }),
      await administrator.act('task', task, 'write', { owner: 'ninguém' }),
      await administrator.act('task', task, 'write', { secret: 'curta' }),
      await administrator.act('task', task, 'write', { owner: 'EVA@exemplo.com.br' }),
      await administrator.act('task', task, 'split', { how: 'named', prefix: 'x'.repeat(20) }),
    ])
    expect(answers.map(({ status, body }) => [status, Object.keys(body.errors)])).toEqual([
      [422, ['name']],
      [422, ['owner']],
      [422, ['secret']],
      [409, ['owner']],
      [422, ['name']],
    ])
  })

  test('is brought into the stored form, a password among it', async () => {
    const { administrator, database } = await tasks()
    const task = await administrator.make('task')
    const { body } = await administrator.act('task', task, 'write', {
      owner: ' EVA@Exemplo.com.br',
      secret: 'correto cavalo',
    })
    expect(body.record.owner).toBe('eva@exemplo.com.br')
    const [row] = await database.read<{ secret: string }>('SELECT secret FROM tasks')
    expect(row?.secret).toMatch(/^\$argon2id\$/)
  })
})

describe('an action on many records', () => {
  test('answers them in the order they were named, each once', async () => {
    const { administrator } = await tasks()
    for (const name of ['Um', 'Dois', 'Três']) await administrator.make('task', { name })
    const { status, body } = await administrator.bulk('task', 'finish', {
      records: [3, 1, 3].map((id) => ({ id, version: 1 })),
    })
    expect([
      status,
      body.message,
      body.records.map(({ id, version }: Record<string, number>) => [id, version]),
    ]).toEqual([
      200,
      'Parabéns. Concluída.',
      [
        [3, 2],
        [1, 2],
      ],
    ])
    expect((await administrator.read('task', 2)).body.done).toBe(false)
  })

  test('does all or nothing', async () => {
    const opened = await tasks()
    const { administrator } = opened
    for (const name of ['Um', 'Dois', 'Três']) await administrator.make('task', { name })
    await administrator.act('task', { id: 3, version: 1 }, 'finish')
    const finish = (records: unknown) => administrator.bulk('task', 'finish', { records })

    const answers = await refused(opened, async () => [
      await finish([
        { id: 1, version: 1 },
        { id: 999, version: 1 },
      ]),
      await finish([
        { id: 1, version: 1 },
        { id: 2, version: 2 },
      ]),
      await finish([{ id: 1, version: 1 }, { id: 2 }]),
      await finish([
        { id: 1, version: 1 },
        { id: 3, version: 2 },
      ]),
      await finish([
        { id: 1, version: 1 },
        { id: 1, version: 9 },
      ]),
      await finish([]),
      await finish([{ id: '1', version: 1 }]),
      await finish([{ id: 1, version: 1, name: 'x' }]),
      await finish(Array.from({ length: 201 }, (_, at) => ({ id: at + 1, version: 1 }))),
    ])

    expect(answers.map(({ status }) => status)).toEqual([404, 412, 428, 409, 412, 422, 422, 403, 422])
    expect(answers[1]?.body.current).toMatchObject({ id: 2, name: 'Dois', version: 1 })
  })
})

describe('an action on the whole resource', () => {
  test('needs no record and no version', async () => {
    const { administrator } = await tasks()
    for (const name of ['Um', 'Dois']) await administrator.make('task', { name })
    expect((await administrator.bulk('task', 'renameAll', { input: { name: 'Igual' } })).body).toEqual({
      message: 'Renomeadas.',
    })
    expect((await administrator.list('task')).body.map(({ name }: { name: string }) => name)).toEqual([
      'Igual',
      'Igual',
    ])
  })

  test('that is also for many is told which by the records', async () => {
    const { administrator } = await tasks()
    for (const name of ['Um', 'Dois']) await administrator.make('task', { name })
    const { body } = await administrator.bulk('task', 'renameAll', {
      records: [{ id: 1, version: 1 }],
      input: { name: 'Outro' },
    })
    expect(body.records).toMatchObject([{ id: 1, name: 'Outro' }])
    expect((await administrator.list('task')).body.map(({ name }: { name: string }) => name)).toEqual(['Dois', 'Outro'])
  })

  test('takes no records where it is for the whole alone', async () => {
    const { administrator } = await zooPanel()
    expect((await administrator.bulk('visit', 'closeAll', { records: [{ id: 1, version: 1 }] })).status).toBe(403)
  })
})

test('a field with a message of its own says it when it alone was saved', async () => {
  const { administrator } = await tasks()
  const task = await administrator.make('task')
  const said = async (body: object) => (await administrator.update('task', task, body, '*')).body._message
  expect(await said({ name: 'Ler' })).toBe('Nome trocado.')
  expect(await said({ name: 'Ler', owner: null })).toBe('Tarefa: alterações salvas.')
  expect(await said({ owner: null })).toBe('Tarefa: alterações salvas.')
})
