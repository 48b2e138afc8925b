import { type Condition, never } from '../sql/condition.ts'
import { constant } from '../sql/text.ts'
import type { Bits } from './bits.ts'

/** What a person may do to the rows of a resource, each answer a condition on the row. */
export interface RowAccess {
  readonly update: Condition
  readonly delete: Condition
  readonly actions: Readonly<Record<string, Condition>>
  /** Where a field may be read. */
  readonly shown: Readonly<Record<string, Condition>>
  /** Where a field may be changed, of the fields that were declared. */
  readonly writable: Readonly<Record<string, Condition>>
}

/** `_access` of a row as an expression whose value is JSON text. */
export function accessSql(bits: Bits, { update, delete: remove, actions, shown, writable }: RowAccess): string {
  const readonly = Object.entries(writable).map(
    ([name, condition]): Named => [name, every(bits, [update, shown[name] ?? never], [condition])],
  )
  return joined([
    constant('{"update":'),
    truthSql(every(bits, [update])),
    constant(',"delete":'),
    truthSql(every(bits, [remove])),
    constant(',"actions":'),
    namesSql(Object.entries(actions).map(([name, condition]) => [name, every(bits, [condition])])),
    constant(',"fields":{"hidden":'),
    namesSql(Object.entries(shown).map(([name, condition]) => [name, every(bits, [], [condition])])),
    constant(',"readonly":'),
    namesSql(readonly),
    constant('}}'),
  ])
}

/** Constants that stand side by side become one. */
function joined(parts: readonly string[]): string {
  return parts.join(' || ').replaceAll("' || '", '')
}

/** The same for every row, or an expression that says it of a row. */
type Truth = boolean | string
type Named = readonly [name: string, truth: Truth]

/** Whether all of some conditions hold, and none of others. */
function every(bits: Bits, wanted: readonly Condition[], unwanted: readonly Condition[] = []): Truth {
  if (wanted.some(({ is }) => is === 'never') || unwanted.some(({ is }) => is === 'always')) return false
  const parts = [
    ...wanted.flatMap((condition) => bits.of(condition) ?? []),
    ...unwanted.filter(({ is }) => is !== 'never').map((condition) => `NOT ${bits.of(condition)}`),
  ]
  return parts.length === 0 ? true : [...new Set(parts)].join(' AND ')
}

function truthSql(truth: Truth): string {
  return typeof truth === 'boolean' ? constant(String(truth)) : `CASE WHEN ${truth} THEN 'true' ELSE 'false' END`
}

/** A JSON array of the names of which it is true. Names that share a condition share its test. */
function namesSql(entries: readonly Named[]): string {
  const sure = entries.filter(([, truth]) => truth === true).map(([name]) => name)
  const groups = new Map<string, string[]>()
  for (const [name, truth] of entries) {
    if (typeof truth === 'string') groups.set(truth, [...(groups.get(truth) ?? []), name])
  }
  if (groups.size === 0) return constant(JSON.stringify(sure))
  const parts = [...groups].map(([truth, names]) => `CASE WHEN ${truth} THEN ${constant(listed(names))} ELSE '' END`)
  return `'[' || substr(${[constant(listed(sure)), ...parts].join(' || ')}, 2) || ']'`
}

/** `,"cpf","email"`: what stands first loses its comma in the end. */
function listed(names: readonly string[]): string {
  return names.map((name) => `,${JSON.stringify(name)}`).join('')
}
