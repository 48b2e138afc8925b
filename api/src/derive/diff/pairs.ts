import { isDeepStrictEqual } from 'node:util'
import type { ColumnSchema, TableSchema } from '../schema.ts'
import type { Answers } from './answers.ts'

/** A column before and after, under its new name on both sides. */
export interface Pair {
  readonly was: ColumnSchema
  readonly now: ColumnSchema
}

/** The columns of a table sorted into what stays, comes and goes. */
export interface Pairing {
  readonly pairs: Pair[]
  readonly renamed: ReadonlyMap<string, string>
  readonly fresh: ColumnSchema[]
  readonly gone: ColumnSchema[]
}

/** Finds each column again, following the renames that were answered and those of columns derived from a renamed one. */
export function pairUp(before: TableSchema, after: TableSchema, answers: Answers): Pairing {
  const gone = before.columns.filter(({ name }) => !named(after, name))
  const fresh = after.columns.filter(({ name }) => !named(before, name))
  const renamed = renamesOf(after.name, { gone, fresh }, answers)
  const taken = new Set(renamed.values())
  return {
    pairs: before.columns.flatMap((column) => {
      const now = named(after, renamed.get(column.name) ?? column.name)
      return now ? [{ was: movedTo(column, now.name, renamed), now }] : []
    }),
    renamed,
    fresh: fresh.filter(({ name }) => !taken.has(name)),
    gone: gone.filter(({ name }) => !renamed.has(name)),
  }
}

function renamesOf(
  table: string,
  { gone, fresh }: { gone: readonly ColumnSchema[]; fresh: readonly ColumnSchema[] },
  answers: Answers,
): Map<string, string> {
  const renamed = new Map<string, string>()
  for (const { name } of gone) {
    const to = answers.rename.get(`${table}.${name}`)
    if (to !== undefined && fresh.some((column) => column.name === to)) renamed.set(name, to)
  }
  for (const { name, derived } of gone) {
    const from = derived && renamed.get(derived.from)
    const heir = fresh.find((column) => column.derived?.as === derived?.as && column.derived?.from === from)
    if (from !== undefined && heir) renamed.set(name, heir.name)
  }
  return renamed
}

function movedTo(column: ColumnSchema, name: string, renamed: ReadonlyMap<string, string>): ColumnSchema {
  const { derived } = column
  return {
    ...column,
    name,
    ...(derived && { derived: { ...derived, from: renamed.get(derived.from) ?? derived.from } }),
  }
}

/** Whether the table itself says something else about the column; the default is said only when a column is added. */
export function isChanged({ was, now }: Pair): boolean {
  return !isDeepStrictEqual(shapeOf(was), shapeOf(now))
}

function shapeOf({ type, length, nullable, references, binary }: ColumnSchema) {
  return { type, length, nullable, references, binary }
}

const wider: Partial<Record<ColumnSchema['type'], ColumnSchema['type']>> = { string: 'text', integer: 'bigint' }

/** Whether the engine can keep the values: the same type, or one of the same family. */
export function keepsValues({ was, now }: Pair): boolean {
  return was.type === now.type || wider[was.type] === now.type || wider[now.type] === was.type
}

/** Whether values that fitted may no longer fit. */
export function isNarrower({ was, now }: Pair): boolean {
  if (was.type !== now.type) return wider[now.type] === was.type
  return (now.length ?? Number.POSITIVE_INFINITY) < (was.length ?? Number.POSITIVE_INFINITY)
}

export function named({ columns }: TableSchema, name: string): ColumnSchema | undefined {
  return columns.find((column) => column.name === name)
}
