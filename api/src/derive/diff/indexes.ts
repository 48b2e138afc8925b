import { isDeepStrictEqual } from 'node:util'
import type { IndexSchema, TableSchema } from '../schema.ts'
import { createIndex, dropIndex, type Step } from '../steps.ts'
import type { ColumnChanges } from './columns.ts'

/** Compares the indexes of a table; one over a column that is made anew goes and comes with it. */
export function compareIndexes(
  before: TableSchema,
  after: TableSchema,
  { renamed, replaced }: ColumnChanges,
): { dropped: Step[]; created: Step[] } {
  const was = before.indexes.map((index) => ({
    ...index,
    columns: index.columns.map((column) => renamed.get(column) ?? column),
  }))
  const stays = (index: IndexSchema, others: readonly IndexSchema[]) =>
    !index.columns.some((column) => replaced.has(column)) && others.some((other) => isDeepStrictEqual(index, other))
  return {
    dropped: was.filter((index) => !stays(index, after.indexes)).map(({ name }) => dropIndex(before.name, name)),
    created: after.indexes.filter((index) => !stays(index, was)).map((index) => createIndex(after.name, index)),
  }
}
