import { describe, expect, test } from 'vitest'
import { joinParameter } from '../src/contract/operators.ts'
import type { Field } from '../src/define/field.ts'
import { samples } from '../src/define/kinds/samples.ts'
import { jsonFault } from '../src/http/floor/json-fault.ts'
import type { Client } from './client.ts'
import { zooPanel } from './panel.ts'
import { testWhere } from './where.ts'
import { plainKinds } from './zoo.ts'

describe.each(plainKinds)('a field of kind %s', (kind) => {
  const { field, good, bad, filters } = samples[kind]
  const name = `${kind}Value`
  const empty = field.options.default ?? null

  test('is written and read back', async () => {
    const { administrator } = await zooPanel()
    for (const [sent, read] of good) {
      const { status, body } = await administrator.create('zoo', { name: 'Zoo', [name]: sent })
      expect([status, body[name]]).toEqual([201, read])
      expect((await administrator.read('zoo', body.id)).body[name]).toEqual(read)
    }
  })

  test('refuses what is no value of it, and writes nothing', async () => {
    const { administrator } = await zooPanel()
    for (const sent of bad.filter((value) => !isUnfit(value) && !isNoValue(field, value))) {
      const { status, body } = await administrator.create('zoo', { name: 'Zoo', [name]: sent })
      const fields = Object.keys(body.errors ?? {}).map((path) => path.split('.')[0])
      expect({ sent, status, fields }).toEqual({ sent, status: 422, fields: [name] })
    }
    expect((await administrator.list('zoo')).headers.get('X-Total-Count')).toBe('0')
  })

  testWhere(bad.some(isUnfit))('never sees what no database could store', async () => {
    const { administrator } = await zooPanel()
    for (const sent of bad.filter(isUnfit)) {
      const { status, body } = await administrator.create('zoo', { name: 'Zoo', [name]: sent })
      expect({ sent, status, code: body.code }).toEqual({ sent, status: 400, code: 'malformed' })
    }
    expect((await administrator.list('zoo')).headers.get('X-Total-Count')).toBe('0')
  })

  test('is found by every operator it allows', async () => {
    const { administrator } = await zooPanel()
    await fillZoo(
      administrator,
      name,
      good.map(([sent]) => sent),
    )
    for (const { operator, value, finds } of filters) {
      const query = new URLSearchParams(
        [value].flat().map((text): [string, string] => [joinParameter(name, operator), text]),
      )
      const { status, body } = await administrator.list('zoo', `_end=200&${query}`)
      const found = status === 200 ? distinct(body.map((row: Record<string, unknown>) => row[name])) : body
      expect({ operator, value, status, found }).toEqual({
        operator,
        value,
        status: 200,
        found: distinct(finds.map((wanted) => wanted ?? empty)),
      })
    }
  })

  testWhere(field.sortable)('sorts its records, those without a value last', async () => {
    const { administrator } = await zooPanel()
    await fillZoo(
      administrator,
      name,
      good.map(([sent]) => sent),
    )
    const up = await administrator.list('zoo', `_end=200&_sort=${name}`)
    const down = await administrator.list('zoo', `_end=200&_sort=${name}&_order=desc`)
    const values = (rows: Record<string, unknown>[]) => rows.map((row) => row[name]).filter((value) => value !== null)
    expect(up.status).toBe(200)
    expect(values(down.body)).toEqual(values(up.body).reverse())
    expect(up.body.slice(values(up.body).length).every((row: Record<string, unknown>) => row[name] === null)).toBe(true)
  })
})

/** What the floor refuses whatever the field: NUL, half a surrogate pair, too deep, a reserved name. */
function isUnfit(value: unknown): boolean {
  return jsonFault(JSON.stringify({ value })) !== undefined
}

/** A blank text is no value where a text is what the field takes. */
function isNoValue({ column }: Field, value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '' && /string|text|date|instant/.test(column?.type ?? '')
}

async function fillZoo(client: Client, name: string, values: readonly unknown[]): Promise<void> {
  for (const value of values) await client.make('zoo', { name: 'Zoo', [name]: value })
  await client.make('zoo', { name: 'Zoo' })
}

function distinct(values: readonly unknown[]): string[] {
  return [...new Set(values.map((value) => JSON.stringify(value)))].sort()
}
