import fc from 'fast-check'
import type { HeldRule } from '../../../src/access/rules/held.ts'
import { always, type Condition } from '../../../src/store/sql/condition.ts'
import { type Given, predicate, type Row } from './rows.ts'
import { conditionsOn } from './worlds.ts'

/** One thing that can be asked of rules; a field left out is the record itself. */
export interface Asked {
  readonly action: string
  readonly subject: string
  readonly field?: string
  /** Asked about what a change has made. */
  readonly made: boolean
}

const subject = { actions: ['read', 'update', 'go'], fields: ['f', 'g'] }
export const speech = { thing: subject, other: subject }

/** Everything there is, and what comes later. */
export const asked: readonly Asked[] = ['thing', 'other', 'later'].flatMap((subject) =>
  ['read', 'update', 'go', 'later'].flatMap((action) =>
    fieldsOf(action, subject).flatMap((field) =>
      (action === 'update' || action === 'later' ? [false, true] : [false]).map((made) => ({
        action,
        subject,
        field,
        made,
      })),
    ),
  ),
)

function fieldsOf(action: string, subject: string): readonly (string | undefined)[] {
  if (action === 'go') return [undefined]
  return subject === 'later' ? [undefined, 'later'] : [undefined, 'f', 'g', 'later']
}

const own = { placeholder: 'user.brand' }
const leaf = fc.oneof(
  fc.constantFrom<Condition>(
    ...[1, 2].map((value) => ({ is: 'field', field: 'n', operator: 'eq', value }) as const),
    { is: 'field', field: 'n', operator: 'gt', value: 1 },
    { is: 'field', field: 'brand', operator: 'eq', value: 1 },
    { is: 'field', field: 'brand', operator: 'eq', value: own },
    { is: 'field', field: 'brand', operator: 'in', value: [2, own] },
    { is: 'field', field: 'brand', operator: 'null' },
  ),
)

const condition = fc.oneof(
  { weight: 2, arbitrary: fc.constant(always) },
  { weight: 3, arbitrary: conditionsOn([{ values: [], leaves: leaf }]) },
)
const actions = fc.oneof(fc.subarray(['read', 'update', 'go'], { minLength: 1 }), fc.constant(['manage']))

const rule: fc.Arbitrary<HeldRule> = fc
  .record({
    actions,
    subject: fc.constantFrom('thing', 'thing', 'thing', 'other', 'all'),
    fields: fc.oneof(fc.constant(null), fc.subarray(['f', 'g'], { minLength: 1 })),
    inverted: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    condition,
    check: fc.option(condition, { freq: 2 }),
  })
  .map((given) => ({
    ...given,
    id: '',
    group: { id: 1, name: '' },
    reason: null,
    ...(given.subject === 'all' && { fields: null, condition: always, check: null }),
  }))

const rules = fc.array(rule, { maxLength: 4 })

/** A change of rules that mostly gives what was there or what its author has, with something more or less. */
export const changes = fc
  .record({ actor: rules, symbolic: rules, before: rules, more: fc.option(rule) })
  .chain((given) => {
    const pool = [...given.actor, ...given.symbolic, ...given.before]
    return fc.record({ after: fc.subarray(pool), more: fc.constant(given.more ?? []) }).map(({ after, more }) => ({
      actor: [given.actor, given.symbolic],
      before: given.before,
      after: [after, more].flat(),
    }))
  })

/** Rows and own brands, one of them none, that tell all these rules apart. */
export const rows: readonly Row[] = [null, 1, 1.5, 2, 3].flatMap((n) =>
  [null, 1, 2, 3, 4].map((brand) => ({ n, brand })),
)
export const brands: readonly (number | undefined)[] = [undefined, 1, 2, 3, 5]

type Judgement = (row: Row, brand: number | undefined) => boolean

/** Whether some rules grant what is asked, and whether they deny it. */
export function judged(
  rules: readonly HeldRule[],
  { action, subject, field, made }: Asked,
): Record<'grants' | 'denies', Judgement> {
  const about = rules.filter(
    (one) =>
      (one.actions.includes(action) || one.actions.includes('manage')) &&
      (one.subject === subject || one.subject === 'all') &&
      (one.fields === null || (field === undefined ? !one.inverted : one.fields.includes(field))),
  )
  const granting = about.filter(({ inverted }) => !inverted).map((one) => fulfils(one, made))
  const denying = about.filter(({ inverted }) => inverted).map((one) => fulfils(one, false))
  const denies: Judgement = (row, brand) => denying.some((fulfilled) => fulfilled(row, brand))
  return { grants: (row, brand) => !denies(row, brand) && granting.some((fulfilled) => fulfilled(row, brand)), denies }
}

/** A grant that compares with a brand is none for somebody without; a denial then always holds. */
function fulfils({ condition, check, inverted }: HeldRule, made: boolean): Judgement {
  const needsBrand = (one: Condition) => JSON.stringify(one).includes('user.brand')
  const seen = made && check ? check : condition
  const [holds, needs] = [predicate(seen), needsBrand(condition) || needsBrand(seen)]
  return (row, brand) => (brand === undefined && needs ? inverted : holds(row, meaning(brand)))
}

const meaning = (brand: number | undefined): Given => ({ 'user.brand': brand })
