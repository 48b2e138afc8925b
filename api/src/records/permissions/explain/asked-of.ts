import type { Person } from '../../../access/person.ts'
import { fieldRows, rowsOf } from '../../../access/rows.ts'
import type { RuleBook } from '../../../access/rules/book.ts'
import type { Explanation } from '../../../contract/permissions.ts'
import { judgeRow } from '../../../store/read/judge.ts'
import { all, any, type Condition } from '../../../store/sql/condition.ts'
import { type Asker, groupsOf } from '../asker.ts'
import { colleagues } from '../people.ts'

const maxNamed = 10

interface Wanted {
  readonly book: RuleBook
  /** The group that decided; left out: any that could. */
  readonly group?: number
  /** Whose rights are asked about: nobody changes their own. */
  readonly about: number
}

/** Users that the reader may see by name who could change an answer: by the rules of the group that decided, or by giving a group. */
export async function askedOf(asker: Asker, { book, group, about }: Wanted): Promise<Explanation['askedOf']> {
  const { panel } = asker
  const resource = groupsOf(panel)
  const people = await colleagues(asker, book)
  const rows = new Map(people.map(({ person }) => [person, changeable(person)]))
  const conditions = [
    ...new Map([...rows.values()].map((condition) => [JSON.stringify(condition), condition])).values(),
  ]
  const place = { engine: panel.database.engine, resources: panel.resources, resource, id: group ?? 0 }
  const judged = group === undefined ? undefined : await judgeRow(panel.database, place, conditions)
  const fulfilled = new Set(
    conditions.filter((_, index) => judged?.[index]).map((condition) => JSON.stringify(condition)),
  )
  const may = (condition: Condition) =>
    group === undefined ? condition.is !== 'never' : fulfilled.has(JSON.stringify(condition))
  return people
    .filter(({ member, person }) => member.id !== about && may(rows.get(person) ?? changeable(person)))
    .slice(0, maxNamed)
    .map(({ member: { id, name } }) => ({ id, name }))

  /** The groups whose rules somebody may change, or which they may give and take. */
  function changeable(person: Person): Condition {
    const read = rowsOf(person, 'read', resource)
    const edit = all([rowsOf(person, 'update', resource), fieldRows(person, 'update', resource, 'rules')])
    return all([read, any([edit, rowsOf(person, 'assign', resource)])])
  }
}
