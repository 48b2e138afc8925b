import { expect } from 'vitest'
import { createMany } from '../../seeds/large.ts'
import type { Resources } from '../src/define/resource.ts'
import { tablesOf } from '../src/derive/tables.ts'
import { makePanel } from '../src/records/panel.ts'
import type { Database } from '../src/store/types.ts'

/** A panel as far as its rows go. */
interface Filled {
  database: Database
  resources: Resources
}

/** Sessions are touched by every request. */
const passing = ['sessions', 'sign_in_attempts']

/** Every row of every table that a refused change must leave as it was. */
export async function allRows({ database, resources }: Filled): Promise<Record<string, object[]>> {
  const tables = tablesOf(resources).filter(({ name }) => !passing.includes(name))
  const rows = tables.map(async ({ name, columns, primaryKey = ['id'] }) => {
    const order = primaryKey.map((column) => `"${column}"`).join()
    return [
      name,
      await database.read(
        `SELECT ${columns.map((column) => `"${column.name}"`).join()} FROM "${name}" ORDER BY ${order}`,
      ),
    ] as const
  })
  return Object.fromEntries(await Promise.all(rows))
}

/** Runs what is to be refused, and fails when it changed a row all the same. */
export async function refused<T>(panel: Filled, work: () => Promise<T>): Promise<T> {
  const before = await allRows(panel)
  const answer = await work()
  expect(await allRows(panel)).toEqual(before)
  return answer
}

/** Makes many records at once, judged like those of a person. */
export async function fill(
  { database, resources }: Filled,
  resource: string,
  bodies: readonly Record<string, unknown>[],
): Promise<void> {
  const panel = makePanel({ resources, database })
  await database.write((scope) => createMany(panel, resource, bodies, scope))
}
