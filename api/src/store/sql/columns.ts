import type { Column } from '../../define/field.ts'
import type { Bind } from '../types.ts'
import type { Engine } from './text.ts'

/** The value of a column as JSON on the wire, by engine. `reference` is the quoted column with its table. */
export function jsonOf(engine: Engine, column: Column, reference: string): string {
  return engine === 'sqlite' ? sqliteJson(column, reference) : postgresJson(column, reference)
}

function sqliteJson(column: Column, reference: string): string {
  switch (column.type) {
    case 'boolean':
      return `json(CASE ${reference} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)`
    case 'instant':
      return `strftime('%Y-%m-%dT%H:%M:%fZ', ${reference})`
    case 'decimal':
      return `(${reference} / ${10 ** column.scale}.0)`
    case 'json':
    case 'list':
      return `json(${reference})`
    default:
      return reference
  }
}

function postgresJson(column: Column, reference: string): string {
  switch (column.type) {
    case 'instant':
      return `to_char(${reference} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    case 'date':
      return `to_char(${reference}, 'YYYY-MM-DD')`
    case 'decimal':
      return `(${reference} / ${10 ** column.scale}.0)::float8`
    default:
      return reference
  }
}

/** A value of the wire in the form the engine compares with. */
export function bindOf(engine: Engine, column: Column, value: unknown): Bind {
  switch (column.type) {
    case 'boolean':
      return engine === 'sqlite' ? Number(value === true) : String(value === true)
    case 'decimal':
      return Math.round(Number(value) * 10 ** column.scale)
    case 'instant':
      return engine === 'sqlite' ? String(value).replace('T', ' ').replace('Z', ' +00:00') : String(value)
    case 'integer':
    case 'reference':
      return Number(value)
    default:
      return String(value)
  }
}

/** The type that texts of a JSON list are cast to on PostgreSQL. */
export function castOf(column: Column): string {
  switch (column.type) {
    case 'boolean':
      return 'boolean'
    case 'date':
      return 'date'
    case 'instant':
      return 'timestamptz'
    case 'integer':
    case 'decimal':
    case 'reference':
      return 'bigint'
    default:
      return 'text'
  }
}
