import type { FieldMeta, ResourceMeta } from '@ficha/api/contract'
import { fieldOf } from './listState.ts'

/** Kinds whose value says nothing in a table cell. */
const unlisted = new Set<FieldMeta['kind']>(['password', 'json'])

/** Every field that may be a column, in the order of the definition. */
export function possibleColumns(resource: ResourceMeta): FieldMeta[] {
  return resource.fields.filter(({ kind, name }) => name === resource.title || !unlisted.has(kind))
}

/**
 * The columns of the list of a readable resource: the chosen ones, or those of the definition. The title comes first whatever
 * was chosen, and a column whose field is gone, or may no longer be read, is left out.
 */
export function columnsOf(resource: ResourceMeta, chosen?: readonly string[]): FieldMeta[] {
  const possible = new Set(possibleColumns(resource).map(({ name }) => name))
  const names = new Set([resource.title, ...(chosen ?? resource.list.columns)])
  return [...names].filter((name) => possible.has(name)).flatMap((name) => fieldOf(resource, name) ?? [])
}

/** What the list asks the API for: its columns, and the parent that hangs a row into its tree. */
export function fieldsToAsk(resource: ResourceMeta, columns: readonly FieldMeta[]): string[] {
  const names = new Set(columns.map(({ name }) => name))
  if (resource.tree) names.add(resource.tree)
  return [...names]
}

/** The names with one of them moved a step; the first one, the title, keeps its place. */
export function moveColumn(names: readonly string[], name: string, step: -1 | 1): string[] {
  const from = names.indexOf(name)
  const to = from + step
  if (from < 1 || to < 1 || to >= names.length) return [...names]
  const moved = names.filter((other) => other !== name)
  moved.splice(to, 0, name)
  return moved
}
