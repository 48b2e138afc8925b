import { floorsOf } from '../access/floor.ts'
import { denialsOf, fieldRows, rowsAfter, rowsOf } from '../access/rows.ts'
import { readRuleBook } from '../access/rules/book.ts'
import { Forbidden, Missing } from '../contract/errors.ts'
import { judgeRow } from '../store/read/judge.ts'
import type { Condition } from '../store/sql/condition.ts'
import type { Reader } from '../store/sql/text.ts'
import type { Asking } from './panel.ts'
import { memberNow } from './rights/now.ts'

interface Wanted {
  id: number
  action: string
  /** Those that are set: each must be open on this very record. */
  fields?: readonly string[]
  reader: Reader
}

/**
 * Asks for a record as it is: whether this person sees it, may do this to it, and may set these fields of it.
 * @throws Missing, Forbidden
 */
export async function demandBefore(asking: Asking, { id, action, fields = [], reader }: Wanted): Promise<void> {
  const { person, resource } = asking
  const refused = await firstUnfulfilled(asking, { id, reader }, [
    { condition: rowsOf(person, 'read', resource) },
    { condition: rowsOf(person, action, resource) },
    ...fields.map((field) => ({ field, condition: fieldRows(person, action, resource, field) })),
  ])
  if (refused === undefined) return
  if (refused === 'missing' || refused.index === 0) throw new Missing()
  throw await refusal(asking, { id, action, field: refused.field, reader })
}

/**
 * Asks for a record as a create or an update has left it, inside the transaction that undoes it when refused.
 * @throws Forbidden
 */
export async function demandAfter(given: Asking, { id, action, fields = [], reader }: Wanted): Promise<void> {
  const asking = await inTreesNow(given, reader)
  const { person, resource } = asking
  const refused = await firstUnfulfilled(asking, { id, reader }, [
    { condition: rowsAfter(person, action, resource) },
    ...fields.map((field) => ({ field, condition: rowsAfter(person, action, resource, field) })),
  ])
  if (refused === undefined) return
  const field = refused === 'missing' ? undefined : refused.field
  throw await refusal(asking, { id, action, field, reader, left: true })
}

/** A record of a tree may have moved: rules that reach a part of the tree reach the part it is now. */
async function inTreesNow(asking: Asking, reader: Reader): Promise<Asking> {
  const { panel, person, resource } = asking
  if (resource.tree === undefined || person.administrator) return asking
  const now = await memberNow(panel, reader, {
    book: await readRuleBook(reader, panel.resources),
    id: person.user.id,
  })
  return now ? { ...asking, person: now.person } : asking
}

interface Demanded {
  field?: string
  condition: Condition
}

async function firstUnfulfilled(
  { panel: { database, resources }, resource }: Asking,
  { id, reader }: Pick<Wanted, 'id' | 'reader'>,
  demanded: readonly Demanded[],
): Promise<(Demanded & { index: number }) | 'missing' | undefined> {
  const open = demanded.flatMap((one, index) => (one.condition.is === 'always' ? [] : { ...one, index }))
  if (open.length === 0) return undefined
  const answers = await judgeRow(
    reader,
    { engine: database.engine, resources, resource, id },
    open.map(({ condition }) => condition),
  )
  return answers ? open[answers.indexOf(false)] : 'missing'
}

interface Refused {
  id: number
  action: string
  field?: string
  reader: Reader
  /** Whether it is what a change has made of the record that may not be. */
  left?: boolean
}

/** The refusal with the rule that made it, where one denies; where none grants, there is none to name. */
async function refusal(asking: Asking, { id, action, field, reader, left }: Refused): Promise<Forbidden> {
  const { panel, person, resource } = asking
  const asked = { action, subject: resource.name, ...(field !== undefined && { field }) }
  const floors = floorsOf(person, action, resource.name, field)
  const denials = denialsOf(person, asked)
  const judged = await judgeRow(reader, { engine: panel.database.engine, resources: panel.resources, resource, id }, [
    ...floors.map(({ rows }) => rows),
    ...denials.map(({ condition }) => condition),
  ])
  const floor = floors.find((_, index) => judged?.[index] === false)
  if (floor) return new Forbidden({ code: floor.code })
  const denial = denials.find((_, index) => judged?.[floors.length + index])
  const reason = denial?.reason ?? undefined
  const general = left
    ? ({ key: 'forbidden.after' } as const)
    : field === undefined
      ? undefined
      : ({ key: 'forbidden.field', params: { field } } as const)
  return new Forbidden({
    asked,
    rule: denial?.id,
    reason,
    detail: reason === undefined ? general : { key: 'forbidden.reason', params: { reason } },
  })
}
