import type { ColumnSchema, IndexSchema, TableSchema } from './schema.ts'

/** One change of the schema, as data; `store/migrate` carries it out on either engine. */
export type Step =
  | { readonly do: 'createTable'; readonly table: TableSchema }
  | { readonly do: 'dropTable'; readonly table: string }
  | { readonly do: 'renameTable'; readonly table: string; readonly to: string }
  | { readonly do: 'addColumn'; readonly table: string; readonly column: ColumnSchema }
  | { readonly do: 'dropColumn'; readonly table: string; readonly column: string }
  | { readonly do: 'renameColumn'; readonly table: string; readonly column: string; readonly to: string }
  | { readonly do: 'alterColumns'; readonly table: string; readonly columns: readonly ColumnSchema[] }
  | { readonly do: 'fill'; readonly table: string; readonly column: string; readonly value: Constant }
  | { readonly do: 'derive'; readonly table: string; readonly column: ColumnSchema; readonly tree?: string }
  | { readonly do: 'createIndex'; readonly table: string; readonly index: IndexSchema }
  | { readonly do: 'dropIndex'; readonly table: string; readonly index: string }
  | { readonly do: 'run'; readonly why: string; readonly work: (scope: StepScope) => Promise<void> }

export type Constant = string | number | boolean

/** What a step written by a person works with: the migration's own transaction. */
export interface StepScope {
  readonly engine: 'sqlite' | 'postgres'
  /** Placeholders are `$1`, `$2`, … on both engines. */
  run<R extends object = Record<string, unknown>>(
    sql: string,
    binds?: readonly (string | number | null)[],
  ): Promise<R[]>
}

/** Makes a table with its indexes and first rows. */
export const createTable = (table: TableSchema): Step => ({ do: 'createTable', table })

/** Loses every row of the table. */
export const dropTable = (table: string): Step => ({ do: 'dropTable', table })

/** Rows, indexes and references stay. */
export const renameTable = (table: string, to: string): Step => ({ do: 'renameTable', table, to })

/** A column that may not be empty needs a `default`, which existing rows get. */
export const addColumn = (table: string, column: ColumnSchema): Step => ({ do: 'addColumn', table, column })

/** Loses every value of the column; its indexes must be dropped before. */
export const dropColumn = (table: string, column: string): Step => ({ do: 'dropColumn', table, column })

/** Values, indexes and references stay. */
export const renameColumn = (table: string, column: string, to: string): Step => ({
  do: 'renameColumn',
  table,
  column,
  to,
})

/** Changes type, length, emptiness or reference of columns, each given as it is to be. Values that no longer fit stop the migration. */
export const alterColumns = (table: string, columns: readonly ColumnSchema[]): Step => ({
  do: 'alterColumns',
  table,
  columns,
})

/** Gives the constant to rows whose column is empty. */
export const fill = (table: string, column: string, value: Constant): Step => ({ do: 'fill', table, column, value })

/** Works a derived column out anew in every row; `tree` is the table that a root is looked up in. */
export const derive = (table: string, column: ColumnSchema, { tree }: { tree?: string } = {}): Step => ({
  do: 'derive',
  table,
  column,
  ...(tree !== undefined && { tree }),
})

export const createIndex = (table: string, index: IndexSchema): Step => ({ do: 'createIndex', table, index })

export const dropIndex = (table: string, index: string): Step => ({ do: 'dropIndex', table, index })

/** What data cannot say: any statements, in the migration's transaction. Added by a person. */
export const run = (why: string, work: (scope: StepScope) => Promise<void>): Step => ({ do: 'run', why, work })

/** A migration as `api/migrations/index.ts` lists it; names sort in the order they run. */
export interface Migration {
  readonly name: string
  readonly up: readonly Step[]
}
