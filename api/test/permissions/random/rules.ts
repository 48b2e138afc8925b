import fc from 'fast-check'
import type { Rule } from '../../../src/contract/permissions.ts'
import type { Resource } from '../../../src/define/resource.ts'
import type { Who } from '../oracle/world.ts'
import { conditionsOn, type Ground } from './conditions.ts'

/** What the park has rules about. */
export const subjects = ['brand', 'enclosure', 'visit', 'animal'] as const

/** Somebody in up to three groups with rules of every shape. */
export function people(ground: Ground, identity: Pick<Who, 'id' | 'email'>): fc.Arbitrary<Who> {
  const brands = (ground.world.brand ?? []).map(({ id }) => id)
  const reading = fc.tuple(
    ...subjects.map((subject) =>
      fc.option(ruleAbout(ground, subject, { actions: ['read'], inverted: false }), { freq: 4 }),
    ),
  )
  const group = fc.array(rules(ground), { maxLength: 4 })
  return fc
    .record({ brand: fc.constantFrom(...brands, null), reading, groups: fc.array(group, { maxLength: 3 }) })
    .map(({ brand, reading: readable, groups }) => ({
      ...identity,
      brand,
      groups: [readable.filter((rule) => rule !== null), ...groups].filter((some) => some.length > 0),
    }))
}

/** Rules about any of the subjects, some of them about all. */
export function rules(ground: Ground): fc.Arbitrary<Rule> {
  return fc.oneof(
    ...subjects.map((subject) => ({ weight: 5, arbitrary: ruleAbout(ground, subject) })),
    { weight: 1, arbitrary: ruleAbout(ground, 'user', { actions: ['read'] }) },
    { weight: 1, arbitrary: ruleAboutAll },
  )
}

const isDenial = fc.boolean().chain((first) => (first ? fc.boolean() : fc.constant(false)))

const ruleAboutAll: fc.Arbitrary<Rule> = fc.record({
  actions: fc.constantFrom(['read'], ['update'], ['delete'], ['manage'], ['create', 'move']),
  subject: fc.constant('all'),
  inverted: fc.boolean(),
})

/** A rule about one subject; what is given is not left to chance. */
export function ruleAbout(ground: Ground, subject: string, given: Partial<Rule> = {}): fc.Arbitrary<Rule> {
  const resource = ground.resources[subject]
  if (!resource) throw new Error(`There is no ${subject}.`)
  const condition = conditionsOn(ground, subject)
  const sometimes = fc.oneof(
    { weight: 3, arbitrary: condition },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant({}) },
  )
  return fc
    .record({
      actions: actionsOf(resource),
      subject: fc.constant(subject),
      fields: fieldsOf(resource),
      conditions: sometimes,
      check: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: sometimes }),
      inverted: isDenial,
    })
    .map((rule) => ({ ...rule, ...given }))
    .map((rule) => (rule.inverted ? { ...rule, check: null } : rule))
}

function actionsOf({ actions }: Resource): fc.Arbitrary<string[]> {
  const all = ['read', 'create', 'update', 'delete', ...Object.keys(actions)]
  return fc.oneof(
    { weight: 4, arbitrary: fc.uniqueArray(fc.constantFrom('read', 'update', ...all), { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constant<string[]>(['manage']) },
  )
}

function fieldsOf({ fields }: Resource): fc.Arbitrary<string[] | null> {
  const names = [...Object.keys(fields).filter((name) => fields[name]?.kind !== 'password'), 'createdAt', 'updatedAt']
  return fc.oneof(
    fc.constant(null),
    fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: names.length }),
  )
}
