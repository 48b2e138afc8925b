import { always, type Condition, never } from '../sql/condition.ts'
import { constant } from '../sql/text.ts'
import type { Bits } from './bits.ts'

/** What a person may do to the rows of a resource, each answer a condition on the row. */
export interface RowAccess {
  readonly update: Condition
  readonly delete: Condition
  readonly actions: Readonly<Record<string, Condition>>
  /** The rules that deny an action, the strongest first. */
  readonly denials: Readonly<Record<string, readonly Denial[]>>
  /** Where a field may be read. */
  readonly shown: Readonly<Record<string, Condition>>
  /** Where a masked field is shown as it is; every field that is masked is named. */
  readonly plain: Readonly<Record<string, Condition>>
  /** Where a masked field may be revealed by whoever says why. */
  readonly revealable: Readonly<Record<string, Condition>>
  /** Where a field may be changed, of the fields that were declared. */
  readonly writable: Readonly<Record<string, Condition>>
}

/** A rule by its id, and the rows where it denies. */
interface Denial {
  readonly rule: string
  readonly rows: Condition
}

/** `_access` of a row as an expression whose value is JSON text. */
export function accessSql(bits: Bits, access: RowAccess): string {
  const { update, delete: remove, actions, shown, writable } = access
  const readonly = Object.entries(writable).map(
    // A secret is changed without ever being shown.
    ([name, condition]): Named => [name, every(bits, [update, shown[name] ?? always], [condition])],
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
    ...maskedSql(bits, access),
    constant('}'),
    ...whySql(bits, access),
    constant('}'),
  ])
}

/** The fields that are masked on the row, and those of them that may be revealed. */
function maskedSql(bits: Bits, { shown, plain, revealable }: RowAccess): string[] {
  const masked = Object.entries(plain).map(
    ([name, condition]): Named => [name, every(bits, [shown[name] ?? never], [condition])],
  )
  if (masked.every(([, truth]) => truth === false)) return []
  const open = Object.entries(plain).map(
    ([name, condition]): Named => [name, every(bits, [shown[name] ?? never, revealable[name] ?? never], [condition])],
  )
  return [constant(',"masked":'), namesSql(masked), constant(',"revealable":'), namesSql(open)]
}

/** The rule that refused, for each action that one refuses; an action that nothing grants has none to name. */
function whySql(bits: Bits, { update, delete: remove, actions, denials }: RowAccess): string[] {
  const allowed: Readonly<Record<string, Condition>> = { ...actions, update, delete: remove }
  const parts = Object.entries(denials).flatMap(([action, rules]) => {
    const refused = every(bits, [], [allowed[action] ?? never])
    const cases = rules.map(({ rule, rows }) => {
      const denied = every(bits, [rows])
      return `WHEN ${sqlOf(denied)} THEN ${constant(`,${JSON.stringify(action)}:${JSON.stringify(rule)}`)}`
    })
    if (refused === false || cases.length === 0) return []
    return `CASE WHEN NOT (${sqlOf(refused)}) THEN '' ${cases.join(' ')} ELSE '' END`
  })
  if (parts.length === 0) return []
  return [constant(',"why":{'), `substr(${parts.join(' || ')}, 2)`, constant('}')]
}

function sqlOf(truth: Truth): string {
  return typeof truth === 'string' ? truth : truth ? '1 = 1' : '1 = 0'
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
  if (parts.some((part) => parts.includes(`NOT ${part}`))) return false
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
