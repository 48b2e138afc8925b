import type { TableSchema } from '../schema.ts'
import { dropTable, renameTable, type Step } from '../steps.ts'
import type { Answers, Question } from './answers.ts'

/** Tables sorted into what becomes of them; `kept` pairs carry the new name on both sides. */
export interface TableChanges {
  readonly renames: Step[]
  readonly created: TableSchema[]
  readonly kept: { before: TableSchema; after: TableSchema }[]
  readonly drops: Step[]
  readonly questions: Question[]
}

/** Compares which tables there are. */
export function compareTables(
  before: readonly TableSchema[],
  after: readonly TableSchema[],
  answers: Answers,
): TableChanges {
  const gone = without(before, after)
  const fresh = without(after, before)
  const renamed = new Map<string, string>()
  const questions: Question[] = []
  const dropped: TableSchema[] = []
  for (const table of gone) {
    const to = answers.rename.get(table.name)
    const candidates = fresh.map(({ name }) => name).filter((name) => ![...renamed.values()].includes(name))
    if (to !== undefined && candidates.includes(to)) renamed.set(table.name, to)
    else if (answers.drop.has(table.name)) dropped.push(table)
    else questions.push({ ask: 'gone', what: table.name, of: 'table', candidates })
  }
  const moved = before.map((table) => withNewNames(table, renamed))
  return {
    renames: [...renamed].map(([from, to]) => renameTable(from, to)),
    created: parentsFirst(without(fresh, moved)),
    kept: after.flatMap((table) => {
      const former = moved.find(({ name }) => name === table.name)
      return former ? [{ before: former, after: table }] : []
    }),
    drops: parentsFirst(dropped)
      .reverse()
      .map(({ name }) => dropTable(name)),
    questions,
  }
}

/** Tables after those they refer to, as far as there are no circles. */
export function parentsFirst(tables: readonly TableSchema[]): TableSchema[] {
  const sorted: TableSchema[] = []
  const rest = new Set(tables)
  while (rest.size > 0) {
    const waiting = new Set([...rest].map(({ name }) => name))
    const ready = [...rest].filter(({ name, columns }) =>
      columns.every(({ references }) => !references || references.table === name || !waiting.has(references.table)),
    )
    for (const table of ready.length > 0 ? ready : [...rest].slice(0, 1)) {
      sorted.push(table)
      rest.delete(table)
    }
  }
  return sorted
}

function without(tables: readonly TableSchema[], others: readonly TableSchema[]): TableSchema[] {
  const names = new Set(others.map(({ name }) => name))
  return tables.filter(({ name }) => !names.has(name))
}

function withNewNames(table: TableSchema, renamed: ReadonlyMap<string, string>): TableSchema {
  return {
    ...table,
    name: renamed.get(table.name) ?? table.name,
    columns: table.columns.map((column) => {
      const to = column.references && renamed.get(column.references.table)
      return column.references && to !== undefined
        ? { ...column, references: { ...column.references, table: to } }
        : column
    }),
  }
}
