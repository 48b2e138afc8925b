import type { Rule } from '../../../src/contract/permissions.ts'
import { fulfils, isUnresolved, type Place } from './conditions.ts'
import type { Scene, Who } from './world.ts'

/** What is asked about a record. */
export interface Asked extends Place {
  readonly action: string
  /** Left out: the record at all. */
  readonly field?: string
  /** What a create or an update has made of it: grants then ask for their `check`. */
  readonly after?: boolean
}

/** Sections 2.4 and 3.0: some grant holds, and no denial, whatever the order of groups and rules. */
export function may(scene: Scene, asked: Asked): boolean {
  const about = scene.who.groups.flat().filter((rule) => speaksOf(rule, asked))
  const [denials, grants] = [about.filter(({ inverted }) => inverted), about.filter(({ inverted }) => !inverted)]
  return (
    grants.some((rule) => grantHolds(scene, asked, rule)) && !denials.some((rule) => denialHolds(scene, asked, rule))
  )
}

/** Asked about a record at all, a denial of some fields says nothing, and a grant of some is one. */
export function speaksOf({ actions, subject, fields, inverted }: Rule, asked: Omit<Asked, 'row'>): boolean {
  if (subject !== 'all' && subject !== asked.subject) return false
  if (!actions.includes(asked.action) && !actions.includes('manage')) return false
  if (!fields) return true
  return asked.field === undefined ? !inverted : fields.includes(asked.field)
}

/** Whether the rules alone say, whatever the records, that somebody may do something nowhere. */
export function isNever(who: Who, asked: Omit<Asked, 'row'>): boolean {
  const about = who.groups.flat().filter((rule) => speaksOf(rule, asked))
  const isEmpty = (conditions: unknown) => Object.keys(conditions ?? {}).length === 0
  return (
    about.every(({ inverted, conditions }) => inverted || isUnresolved(who, conditions)) ||
    about.some(({ inverted, conditions }) => inverted && (isEmpty(conditions) || isUnresolved(who, conditions)))
  )
}

function grantHolds(scene: Scene, asked: Asked, { conditions, check }: Rule): boolean {
  if (isUnresolved(scene.who, conditions)) return false
  const demanded = (asked.after && check) || conditions || {}
  return !isUnresolved(scene.who, demanded) && fulfils(scene, asked, demanded)
}

export function denialHolds(scene: Scene, asked: Asked, { conditions }: Rule): boolean {
  return isUnresolved(scene.who, conditions) || fulfils(scene, asked, conditions ?? {})
}
