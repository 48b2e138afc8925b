import { columnName, rootColumnName, rootOf, searchColumnName, snakeCase } from '../columns.ts'
import { type Check, wrong } from './finding.ts'

/** F006: no two fields lie in the same column, or are written under the same key. */
const columnNames: Check = ({ name: resource, fields, tree }) => {
  const owners = new Map<string, string>([
    ...['id', 'version', 'created_at', 'updated_at', ...(tree ? ['path'] : [])].map(
      (column) => [column, 'every record'] as const,
    ),
  ])
  const keys = new Set(Object.keys(fields))
  return Object.entries(fields).flatMap(([name, field]) => {
    const root = rootOf(field)
    const columns = [
      ...(field.column ? [columnName(name, field)] : [snakeCase(name)]),
      ...(field.search?.column === 'folded' ? [searchColumnName(name)] : []),
    ]
    if (root !== undefined && !owners.has(rootColumnName(root))) owners.set(rootColumnName(root), 'unique')
    const clash = columns.find((column) => owners.has(column))
    for (const column of columns) owners.set(column, name)
    return [
      ...(clash
        ? [
            wrong(
              'F006',
              `${resource}.fields.${name}`,
              `its column "${clash}" is taken.`,
              'Give the field another name.',
            ),
          ]
        : []),
      ...(field.kind === 'password' && keys.has(`${name}Confirmation`)
        ? [
            wrong(
              'F006',
              `${resource}.fields.${name}Confirmation`,
              `is what repeats the password "${name}".`,
              'Give the field another name.',
            ),
          ]
        : []),
    ]
  })
}

/** The checks of this file. */
export const columnChecks: readonly Check[] = [columnNames]
