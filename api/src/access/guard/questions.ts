import type { HeldRule } from '../rules/held.ts'
import type { Speech } from '../rules/validate.ts'

/** One action on one subject, and fields about which the same rules speak; undefined is the row itself. */
export interface Asked {
  readonly action: string
  readonly subject: string
  readonly fields: readonly [string | undefined, ...string[]]
}

/** Actions that are also asked about what has become of a record. */
export const changing: ReadonlySet<string> = new Set(['create', 'update', 'manage'])

/** What is asked about rows alone: nothing is deleted field by field. What is read, set, shown or exported may be. */
const whole: ReadonlySet<string> = new Set(['delete'])

/** All that rules can be asked: what there is, what they name though it is gone, and what there may be later. */
export function askedOf(speech: Speech, sets: readonly (readonly HeldRule[])[]): Asked[] {
  const rules = sets.flat()
  const subjects = new Set([...Object.keys(speech), ...rules.map(({ subject }) => subject), 'all'])
  return [...subjects].flatMap((subject) => {
    const about = rules.filter((rule) => rule.subject === subject || rule.subject === 'all')
    const known = subject === 'all' ? Object.values(speech) : [speech[subject] ?? { actions: [], fields: [] }]
    const actions = [...known, ...about].flatMap((one) => one.actions)
    const named = about.flatMap(({ fields }) => (fields ? new Set(fields) : []))
    const fields = subject === 'all' ? [] : known.flatMap((one) => one.fields)
    const alike = fieldsAlike(new Set([...fields, ...named.flatMap((names) => [...names]), '__future__']), named)
    return [...new Set([...actions, 'manage'])].flatMap((action): Asked[] => {
      const row: Asked = { action, subject, fields: [undefined] }
      return whole.has(action) ? [row] : [row, ...alike.map((fields) => ({ action, subject, fields }))]
    })
  })
}

/** Fields that are named by the same rules. */
function fieldsAlike(fields: Iterable<string>, named: readonly ReadonlySet<string>[]): [string, ...string[]][] {
  const groups = new Map<string, [string, ...string[]]>()
  for (const field of fields) {
    const key = named.map((names) => (names.has(field) ? '1' : '0')).join('')
    const group = groups.get(key)
    if (group) group.push(field)
    else groups.set(key, [field])
  }
  return [...groups.values()]
}
