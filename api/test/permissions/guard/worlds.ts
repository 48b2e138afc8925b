import fc from 'fast-check'
import { all, any, type Condition, not } from '../../../src/store/sql/condition.ts'
import { type Given, predicate, type Row } from './rows.ts'

/** A field with all values it need have to tell two conditions on it apart, and the leaves that compare it. */
interface Ground {
  readonly values: readonly unknown[]
  readonly leaves: fc.Arbitrary<Condition>
}

type Operator = 'eq' | 'lt' | 'lte' | 'gt' | 'gte' | 'like' | 'starts'

const placeholder = (name: string) => ({ placeholder: name })

function leaves(field: string, constants: readonly unknown[], operators: readonly Operator[]): fc.Arbitrary<Condition> {
  const value = fc.constantFrom(...constants)
  return fc.oneof(
    fc
      .record({ operator: fc.constantFrom(...operators), value })
      .map((leaf) => ({ is: 'field', field, ...leaf }) as const),
    fc.uniqueArray(value, { maxLength: 3 }).map((value) => ({ is: 'field', field, operator: 'in', value }) as const),
    fc.constant({ is: 'field', field, operator: 'null' } as const),
  )
}

const ordered = ['eq', 'lt', 'lte', 'gt', 'gte'] as const
const a = placeholder('a')
const b = placeholder('b')

/** Fields that hold one value, and of which all is known. */
export const scalars: Readonly<Record<string, Ground>> = {
  n: { values: [null, 0, 1, 1.5, 2, 2.5, 3, 4], leaves: leaves('n', [1, 2, 3], ordered) },
  day: {
    values: [null, ...['01', '02', '03', '04', '05'].map((day) => `2026-01-${day}`)],
    leaves: leaves('day', ['2026-01-02', '2026-01-04'], ordered),
  },
  active: { values: [null, true, false], leaves: leaves('active', [true, false], ['eq']) },
  brand: { values: [null, 1, 2, 3, 4, 5], leaves: leaves('brand', [1, 2, a, b], ['eq']) },
  owner: { values: [null, 1, 2, 3, 4, 5], leaves: leaves('owner', [1, 2, a], ['eq']) },
}

const inner = fc.oneof(
  leaves('m', [1, 2, a], ['eq']),
  leaves('k', ['x', 'y'], ['eq']),
  leaves('tags', ['x', 'y'], ['eq']),
)
const records = [null, 1, 2, 3].flatMap((m) =>
  ['x', 'y'].map((k, at) => ({ id: at + 1, m, k, tags: m === 1 ? ['x', 'y'] : m === 2 ? [k] : null })),
)
const of = fc.oneof(
  inner,
  fc.array(inner, { minLength: 2, maxLength: 2 }).chain((two) => fc.constantFrom(all(two), any(two), not(all(two)))),
)
const related = (through: string) => of.map((of): Condition => ({ is: 'related', through, of }))
const now = ['now', 'now-0d', 'now-1d', 'now-2d', 'now-1h', 'now-25h'].map(placeholder)
const hours = (count: number) => new Date(Date.UTC(2026, 0, 10, 0, 30) + count * 3_600_000).toISOString()

/** Fields that hold several, and leaves of which less is known. */
export const others: Readonly<Record<string, Ground>> = {
  tags: {
    values: [null, [], ['x'], ['y'], ['x', 'y'], ['z', 'x'], ['z']],
    leaves: leaves('tags', ['x', 'y', a], ['eq']),
  },
  name: {
    values: [null, '', 'a', 'ab', 'b', 'ba'],
    leaves: leaves('name', ['a', 'b', 'ab'], [...ordered, 'like', 'starts']),
  },
  part: {
    values: [null, 1, 2, 3, 4, 5],
    leaves: fc.oneof(
      leaves('part', [1, 2, a], ['eq']),
      fc
        .uniqueArray(fc.constantFrom(1, 2, a, b), { minLength: 1, maxLength: 2 })
        .map((value) => ({ is: 'field', field: 'part', operator: 'under', value }) as const),
    ),
  },
  home: { values: [null, ...records], leaves: fc.oneof(related('home'), leaves('home', [1, 2, a], ['eq'])) },
  orders: { values: [[], ...records.map((one) => [one]), ...pairs(records)], leaves: related('orders') },
  at: {
    values: [null, ...[1, 0, -0.5, -1, -2, -24, -24.5, -25, -30, -48, -50].map(hours)],
    leaves: leaves('at', [...now, hours(0), hours(-24)], ordered),
  },
  day: {
    values: [null, '2026-01-11', '2026-01-10', '2026-01-09', '2026-01-08', '2026-01-07'],
    leaves: leaves('day', [...now, '2026-01-09'], ordered),
  },
}

function pairs(list: readonly Row[]): Row[][] {
  return list.flatMap((one, at) => list.slice(at + 1).map((other) => [one, other]))
}

/** Conditions put together from some leaves. */
function conditionsOf(leaf: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => {
    const parts = fc.array(tie('condition'), { minLength: 2, maxLength: 3 })
    return {
      condition: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        leaf,
        parts.map(all),
        parts.map(any),
        tie('condition').map(not),
      ),
    }
  })
  return condition
}

/** Conditions on some fields. */
export function conditionsOn(grounds: readonly Ground[]): fc.Arbitrary<Condition> {
  return conditionsOf(fc.oneof(...grounds.map((ground) => ground.leaves)))
}

export interface Case {
  readonly names: readonly string[]
  readonly given: Condition
  readonly wanted: Condition
}

/** Two conditions on a few fields of a world, put together from the same leaves or their neighbours, so that often one implies the other. */
export function cases(world: Readonly<Record<string, Ground>>): fc.Arbitrary<Case> {
  return fc.subarray(Object.keys(world), { minLength: 1, maxLength: 2 }).chain((names) => {
    const grounds = names.flatMap((name) => world[name] ?? [])
    return fc.array(conditionsOn(grounds), { minLength: 2, maxLength: 4 }).chain((pool) => {
      const condition = conditionsOf(fc.constantFrom(...pool))
      return fc.record({ names: fc.constant(names), given: condition, wanted: condition })
    })
  })
}

const values = [1, 2, 3, 4]
const givens: Given[] = values.flatMap((a) =>
  values.map((b) => ({
    a,
    b,
    ...{ now: hours(0), 'now-0d': hours(0), 'now-1d': hours(-24), 'now-2d': hours(-48) },
    ...{ 'now-1h': hours(-1), 'now-25h': hours(-25) },
  })),
)

/** A row that fulfils one condition and not the other, for some meaning of the placeholders. */
export function witness(
  world: Readonly<Record<string, Ground>>,
  { names, given, wanted }: Case,
): { row: Row; given: Given } | undefined {
  const text = JSON.stringify([given, wanted])
  const meanings = givens.filter(
    (one) => (text.includes('"a"') || one.a === 1) && (text.includes('"b"') || one.b === 1),
  )
  const [fulfils, isWanted] = [predicate(given), predicate(wanted)]
  for (const row of rowsOf(world, names)) {
    const found = meanings.find((one) => fulfils(row, one) && !isWanted(row, one))
    if (found) return { row, given: found }
  }
  return undefined
}

function rowsOf(world: Readonly<Record<string, Ground>>, names: readonly string[]): Row[] {
  return names.reduce<Row[]>(
    (rows, name) => rows.flatMap((row) => (world[name]?.values ?? []).map((value) => ({ ...row, [name]: value }))),
    [{}],
  )
}
