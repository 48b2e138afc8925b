import type { Condition } from '../../store/sql/condition.ts'
import { settableFields } from '../access.ts'
import { effective } from '../rules/effective.ts'
import type { HeldRule } from '../rules/held.ts'
import type { Linted, Remark } from './lint.ts'

/** What is odd about the fields that rules let somebody write, ask about, or name one by one. */
export function fieldRemarks(linted: Linted, skipped: ReadonlySet<number>): Remark[] {
  return [...linted.held].flatMap(([index, rule]) => {
    if (skipped.has(index) || rule.subject === 'all') return []
    const found = [
      rule.inverted ? undefined : unseen(linted, rule),
      rule.inverted ? undefined : leavesItself(linted, rule),
      asksHidden(linted, rule),
      namesAll(linted, rule),
    ]
    return found.flatMap((remark) => (remark ? { index, ...remark } : []))
  })
}

type Found = Omit<Remark, 'index'> | undefined

const isReadable = ({ before }: Linted, subject: string, field?: string) =>
  effective(before, 'read', subject, field).is !== 'never'

/** Whoever may change or delete what they do not see cannot do it in the panel. */
function unseen(linted: Linted, { subject, actions, fields }: HeldRule): Found {
  const acts = actions.some((action) => !['read', 'create', 'manage'].includes(action))
  if (acts && !isReadable(linted, subject)) return { code: 'writeUnseen', key: 'lint.actUnseen' }
  if (!fields || !actions.includes('update')) return undefined
  const known = linted.reading.subjects[subject]?.fields ?? {}
  const hidden = fields.filter((name) => known[name]?.kind !== 'password' && !isReadable(linted, subject, name))
  return hidden.length > 0 ? { code: 'writeUnseen', key: 'lint.writeUnseen', fields: hidden } : undefined
}

/** A rule that lets somebody change what it is itself about lets them change it only into what it is about. */
function leavesItself(linted: Linted, { subject, actions, fields, condition, check }: HeldRule): Found {
  const resource = linted.reading.subjects[subject]
  if (!resource || check !== null || !actions.some((action) => action === 'update' || action === 'manage'))
    return undefined
  const settable = settableFields('update', resource)
  const written = namesIn(condition).filter((name) => settable.includes(name) && (fields?.includes(name) ?? true))
  return written.length > 0 ? { code: 'conditionWritable', key: 'lint.conditionWritable', fields: written } : undefined
}

/** What somebody may do tells them what they may not read. */
function asksHidden(linted: Linted, { subject, condition }: HeldRule): Found {
  if (!isReadable(linted, subject)) return undefined
  const fields = linted.reading.subjects[subject]?.fields ?? {}
  const hidden = namesIn(condition).filter((name) => Object.hasOwn(fields, name) && !isReadable(linted, subject, name))
  return hidden.length > 0 ? { code: 'conditionHidden', key: 'lint.conditionHidden', fields: hidden } : undefined
}

/** Every field there is today, one by one: one that comes tomorrow is not among them. */
function namesAll({ reading }: Linted, { subject, actions, fields }: HeldRule): Found {
  const resource = reading.subjects[subject]
  if (!resource || !fields) return undefined
  const shown = Object.keys(resource.fields).filter((name) => resource.fields[name]?.kind !== 'password')
  const named = new Set(fields)
  const needed = new Set([
    ...(actions.some((action) => action === 'read' || action === 'manage') ? shown : []),
    ...(actions.includes('create') ? settableFields('create', resource) : []),
    ...(actions.includes('update') ? settableFields('update', resource) : []),
  ])
  const isAll = needed.size > 1 && [...needed].every((name) => named.has(name))
  return isAll ? { code: 'allFields', key: 'lint.allFields' } : undefined
}

/** The fields of the subject itself that a condition asks about; of relations the field that leads there. */
function namesIn(condition: Condition): string[] {
  switch (condition.is) {
    case 'field':
      return [condition.field]
    case 'related':
      return [condition.through]
    case 'not':
      return namesIn(condition.of)
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap(namesIn))]
    default:
      return []
  }
}
