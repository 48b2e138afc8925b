import { demand, shownWhere } from '../../access/access.ts'
import { knownWhere } from '../../access/known.ts'
import type { Person } from '../../access/person.ts'
import { type Deed, reachOf } from '../../access/reach.ts'
import { readRuleBook } from '../../access/rules/book.ts'
import { Forbidden } from '../../contract/errors.ts'
import type { Who } from '../../contract/permissions.ts'
import { judgeRow } from '../../store/read/judge.ts'
import type { Condition } from '../../store/sql/condition.ts'
import { usersOf } from '../first-access.ts'
import { visibleTo } from '../metadata.ts'
import { view } from '../read.ts'
import { type Asker, demandRules } from './asker.ts'
import { deedOf } from './explain/deed.ts'
import { colleagues, groupSight } from './people.ts'

export interface WhoRequest {
  action: string
  subject: string
  /** Left out: on some record. */
  id?: number
  field?: string
}

/** @throws Forbidden for whoever may not read users and the rules of groups */
export function demandWho({ panel, person }: Pick<Asker, 'panel' | 'person'>): void {
  demandRules({ panel, person })
  demand(person, 'read', usersOf(panel))
}

/**
 * The active users who may do something, of those that the reader may see by name.
 * @throws Forbidden, Missing for a record that the reader does not see
 */
export async function who(asker: Asker, asked: WhoRequest): Promise<Who> {
  const { panel, person } = asker
  demandWho(asker)
  const deed = visibleDeed(asker, asked)
  if (asked.id !== undefined) await view({ ...asker, resource: deed.resource }, asked.id)
  const book = await readRuleBook(panel.database, panel.resources)
  const people = await colleagues(asker, book)
  const reach = new Map(people.map(({ person }) => [person, reachOf(person, deed)]))
  const answers = await answersOn(asker, { deed, id: asked.id, conditions: [...reach.values()] })
  const found = people.flatMap(({ member, person }) => {
    const answer = answers(reach.get(person))
    return answer === 'no' ? [] : { member, person, depends: answer === 'unknown' }
  })
  const isTold = shownWhere(person, usersOf(panel), 'groups').is === 'always'
  const groups = isTold ? [...new Set(found.flatMap(({ person }) => person.groups.map(({ id }) => id)))] : []
  const sight = await groupSight(asker, book, groups)
  const groupsOf = ({ groups }: Person) => groups.filter(({ id }) => isTold && sight.showsName(id))
  return {
    users: found.map(({ member: { id, name }, person, depends }) => ({
      id,
      name,
      groups: groupsOf(person),
      ...(depends && { depends: true as const }),
    })),
  }
}

/** What the reader cannot know of is refused like what there is not. */
function visibleDeed({ panel, person }: Asker, { action, subject, field }: WhoRequest): Deed {
  const deed = deedOf(panel, { action, subject, field })
  const visible = visibleTo(person)
  const isVisible =
    deed &&
    visible.resource(deed.resource) &&
    (deed.field === undefined || deed.field === 'id' || visible.fields(deed.resource).has(deed.field))
  if (!isVisible) throw new Forbidden({ asked: { action, subject, ...(field !== undefined && { field }) } })
  return deed
}

type Answer = 'yes' | 'no' | 'unknown'

interface Judged {
  readonly deed: Deed
  readonly id: number | undefined
  readonly conditions: readonly Condition[]
}

/** Judges each distinct condition once, all in one statement; without a record, whether any could fulfil it. */
async function answersOn(
  { panel, person }: Asker,
  { deed: { resource }, id, conditions }: Judged,
): Promise<(condition: Condition | undefined) => Answer> {
  if (id === undefined) return (condition) => (condition && condition.is !== 'never' ? 'yes' : 'no')
  const { resources, database } = panel
  const distinct = [...new Map(conditions.map((condition) => [JSON.stringify(condition), condition]))]
  const known = distinct.map(([, condition]) => knownWhere(person, { resources, resource, condition }))
  const place = { engine: database.engine, resources, resource, id }
  const judged = (await judgeRow(database, place, [...distinct.map(([, condition]) => condition), ...known])) ?? []
  const answers = new Map<string, Answer>(
    distinct.map(([key], index) => {
      if (!judged[distinct.length + index]) return [key, 'unknown']
      return [key, judged[index] ? 'yes' : 'no']
    }),
  )
  const told = new Map(conditions.map((condition) => [condition, answers.get(JSON.stringify(condition))]))
  return (condition) => (condition && told.get(condition)) ?? 'no'
}
