import type { Column } from '../define/field.ts'

/** A table as the migrations see it: pure data, comparable, kept as a snapshot beside the migrations. */
export interface TableSchema {
  readonly name: string
  readonly columns: readonly ColumnSchema[]
  readonly indexes: readonly IndexSchema[]
  /** Left out: `id`, an integer that counts up by itself and never comes back. */
  readonly primaryKey?: readonly string[]
  /** Rows the table begins with; `created_at` and `updated_at` are filled in. */
  readonly rows?: readonly Readonly<Record<string, string | number | boolean>>[]
}

export interface ColumnSchema {
  /** snake_case */
  readonly name: string
  readonly type: Exclude<Column, { type: 'reference' }>['type'] | 'bigint'
  /** string: characters. */
  readonly length?: number
  readonly nullable: boolean
  /** A constant that existing rows get when the column is added; a later change of it changes no table. */
  readonly default?: string | number | boolean
  readonly references?: { readonly table: string; readonly onDelete: 'restrict' | 'cascade' | 'set null' }
  /** Compared byte by byte on both engines (`COLLATE "C"` on PostgreSQL): folded texts, codes, paths, hashes. */
  readonly binary?: true
  /**
   * Worked out from another column, so that it can be filled at any time: the folded form of a text,
   * the path of a row in its tree, the root of the tree that a reference points into.
   */
  readonly derived?: { readonly as: 'folded' | 'path' | 'root'; readonly from: string }
}

export interface IndexSchema {
  readonly name: string
  readonly columns: readonly string[]
  readonly unique?: true
  /** Only of the rows where these columns are empty, or true. */
  readonly where?: Readonly<Record<string, 'null' | 'true'>>
  /** Finds any part of a text: PostgreSQL alone has it (`pg_trgm`), SQLite walks the index of the whole text instead. */
  readonly using?: 'trigram'
}
