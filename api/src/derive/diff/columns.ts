import { isDeepStrictEqual } from 'node:util'
import type { ColumnSchema, TableSchema } from '../schema.ts'
import { addColumn, alterColumns, type Constant, derive, dropColumn, fill, renameColumn, type Step } from '../steps.ts'
import { type Answers, constantOf, type Question, typeName } from './answers.ts'
import { isChanged, isNarrower, keepsValues, named, type Pair, pairUp } from './pairs.ts'

/** What becomes of the columns of one table, each list in the order its steps run. */
export interface ColumnChanges {
  readonly renamed: ReadonlyMap<string, string>
  /** Dropped and made anew under the same name: indexes over them go and come too. */
  readonly replaced: ReadonlySet<string>
  readonly renames: Step[]
  readonly added: Step[]
  readonly filled: Step[]
  readonly altered: Step[]
  readonly dropped: Step[]
  readonly questions: Question[]
}

/** Compares the columns of a table before and after. */
export function compareColumns(before: TableSchema, after: TableSchema, answers: Answers): ColumnChanges {
  const table = after.name
  const { pairs, renamed, fresh, gone } = pairUp(before, after, answers)
  const changed = pairs.filter(isChanged)
  const replaced = changed.filter((pair) => !keepsValues(pair)).map(({ now }) => now)
  const altered = changed.filter(keepsValues)
  const demanded = altered.filter(({ was, now }) => was.nullable && !now.nullable).map(({ now }) => now)
  const added = [...fresh, ...replaced]
  const values = valuesOf(table, [...added, ...demanded], answers)

  return {
    renamed,
    replaced: new Set(replaced.map(({ name }) => name)),
    renames: [...renamed].map(([from, to]) => renameColumn(table, from, to)),
    added: [
      ...replaced.map(({ name }) => dropColumn(table, name)),
      ...added.map((column) => addColumn(table, withDefault(column, values.get(column.name)))),
    ],
    filled: [
      ...[...values]
        .filter(([name]) => demanded.some((column) => column.name === name))
        .map(([name, value]) => fill(table, name, value)),
      ...derivations(after, { pairs, added, values }),
    ],
    altered:
      altered.length > 0
        ? [
            alterColumns(
              table,
              altered.map(({ now }) => now),
            ),
          ]
        : [],
    dropped: gone.map(({ name }) => dropColumn(table, name)),
    questions: [
      ...gone.flatMap((column) => goneQuestion(table, column, { fresh, answers })),
      ...changed.flatMap((pair) => changeQuestion(table, pair, answers)),
      ...[...added, ...demanded]
        .filter(({ nullable, name }) => !nullable && !values.has(name))
        .map((column): Question => ({ ask: 'fill', what: `${table}.${column.name}`, type: typeName(column) })),
    ],
  }
}

/** What existing rows get in columns that may not be empty, as far as it is known. */
function valuesOf(table: string, columns: readonly ColumnSchema[], answers: Answers): Map<string, Constant> {
  const values = new Map<string, Constant>()
  for (const column of columns.filter(({ nullable }) => !nullable)) {
    const answer = answers.fill.get(`${table}.${column.name}`)
    const value = answer === undefined ? column.default : constantOf(column, answer)
    if (value !== undefined) values.set(column.name, value)
  }
  return values
}

function withDefault(column: ColumnSchema, value: Constant | undefined): ColumnSchema {
  return value === undefined ? column : { ...column, default: value }
}

/** A derived column is worked out when it is new, or its source is, unless that source is still empty everywhere. */
function derivations(
  after: TableSchema,
  {
    pairs,
    added,
    values,
  }: { pairs: readonly Pair[]; added: readonly ColumnSchema[]; values: ReadonlyMap<string, Constant> },
): Step[] {
  const isNew = (name: string) => added.some((column) => column.name === name)
  return after.columns.flatMap((column) => {
    if (!column.derived) return []
    const { as, from } = column.derived
    const was = pairs.find(({ now }) => now.name === column.name)?.was
    const isThere = !isNew(column.name) && !isNew(from) && isDeepStrictEqual(was?.derived, column.derived)
    const isEmpty = as !== 'path' && isNew(from) && !values.has(from) && named(after, from)?.default === undefined
    if (isThere || isEmpty) return []
    return derive(after.name, column, as === 'root' ? { tree: named(after, from)?.references?.table } : {})
  })
}

/** What is derived can be worked out again, so nobody is asked about it. */
function goneQuestion(
  table: string,
  { name, derived }: ColumnSchema,
  { fresh, answers }: { fresh: readonly ColumnSchema[]; answers: Answers },
): Question[] {
  const what = `${table}.${name}`
  if (derived || answers.drop.has(what)) return []
  const candidates = fresh.filter((column) => !column.derived).map((column) => column.name)
  return [{ ask: 'gone', what, of: 'column', candidates }]
}

function changeQuestion(table: string, pair: Pair, answers: Answers): Question[] {
  const what = `${table}.${pair.now.name}`
  const types = { before: typeName(pair.was), after: typeName(pair.now) }
  if (!keepsValues(pair)) return answers.drop.has(what) ? [] : [{ ask: 'replace', what, ...types }]
  return isNarrower(pair) && !answers.narrow.has(what) ? [{ ask: 'narrow', what, ...types }] : []
}
