import { baseFieldDefinitions } from '../define/base-fields.ts'
import type { Field, Through } from '../define/field.ts'
import { inWords, type Resource } from '../define/resource.ts'

const snakes = new Map<string, string>()

/** `birthDate` -> `birth_date`. Definitions have few names and every statement needs them: each is worked out once. */
export function snakeCase(identifier: string): string {
  const known = snakes.get(identifier)
  if (known !== undefined) return known
  const snake = inWords(identifier).join('_')
  snakes.set(identifier, snake)
  return snake
}

/** The column of a field: `birth_date`, `brand_id`. */
export function columnName(name: string, field: Field): string {
  return field.column?.type === 'reference' ? `${snakeCase(name)}_id` : snakeCase(name)
}

/** The column that holds the folded form of a text field. */
export function searchColumnName(name: string): string {
  return `${snakeCase(name)}_search`
}

/** The column that a list is sorted by: the folded form of a text, else the column itself. */
export function sortColumnName(name: string, field: Field): string {
  return field.search?.column === 'folded' ? searchColumnName(name) : columnName(name, field)
}

/** The column that holds the root of the tree a belongsTo points into, for `unique: 'brand root'`. */
export function rootColumnName(name: string): string {
  return `${snakeCase(name)}_root`
}

/** The table that holds the pairs of a manyToMany field. */
export function joinOf(resource: Resource, name: string): Through {
  const through = resource.fields[name]?.options.through
  return through ?? { table: partTableName(resource, name), owner: 'owner_id', target: 'target_id' }
}

/** The table of a field whose values are rows: `owner_id` and what they hold. */
export function partTableName(resource: Resource, name: string): string {
  return `${resource.table}_${snakeCase(name)}`
}

/** The tables that hold values of a resource beside its own. */
export function partTables(resource: Resource): string[] {
  return Object.entries(resource.fields).flatMap(([name, { kind }]) => {
    if (kind === 'manyToMany') return joinOf(resource, name).table
    return kind === 'permissionRules' ? partTableName(resource, name) : []
  })
}

/** A field of a resource or one that every record has; undefined for a name that is neither. */
export function fieldOf(resource: Pick<Resource, 'fields'>, name: string): Field | undefined {
  if (Object.hasOwn(resource.fields, name)) return resource.fields[name]
  if (name === 'id' || name === 'createdAt' || name === 'updatedAt') return baseFieldDefinitions[name]
  return undefined
}

/** Whether every record has a value: a field that is shown only sometimes is demanded only then, which no column can say. */
export function isAlwaysThere({ options }: Field): boolean {
  return options.required === true && options.visibleWhen === undefined
}

/** The belongsTo field named by `unique: 'brand root'`, or undefined for another unique. */
export function rootOf({ options: { unique } }: Field): string | undefined {
  return typeof unique === 'string' ? /^(.+) root$/.exec(unique)?.[1] : undefined
}

/** The field named by `unique: 'brand'`, or undefined for another unique. */
export function scopeOf(field: Field): string | undefined {
  const { unique } = field.options
  return typeof unique === 'string' && rootOf(field) === undefined ? unique : undefined
}
