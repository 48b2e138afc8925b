import { describe, expect, test } from 'vitest'
import { all, always, any, type Condition, not } from '../../store/sql/condition.ts'
import type { HeldRule } from '../rules/held.ts'
import type { Speech } from '../rules/validate.ts'
import { missing } from './missing.ts'

const standard = ['read', 'create', 'update', 'delete']
const speech: Speech = {
  customer: { actions: [...standard, 'migrate'], fields: ['name', 'email', 'tags'] },
  brand: { actions: standard, fields: ['name'] },
}

const eq = (field: string, value: unknown): Condition => ({ is: 'field', field, operator: 'eq', value })
const among = (field: string, ...value: unknown[]): Condition => ({ is: 'field', field, operator: 'in', value })
const own = { placeholder: 'user.brand' }
const active = eq('status', 'active')
const ofBrand = (...ids: number[]) => among('brand', ...ids)
const ownPart: Condition = { is: 'field', field: 'brand', operator: 'under', value: [own] }
const orders = (of: Condition): Condition => ({ is: 'related', through: 'orders', of })

function rule(actions: string, subject: string, given: Partial<HeldRule> = {}): HeldRule {
  const group = { id: 1, name: 'Vendas' }
  const plain = { id: '', group, fields: null, inverted: false, condition: always, check: null, reason: null }
  return { ...plain, actions: actions.split(' '), subject, ...given }
}

const can = rule
const cannot = (actions: string, subject: string, given: Partial<HeldRule> = {}) =>
  rule(actions, subject, { ...given, inverted: true })
const everything = can('manage', 'all')

interface Given {
  actor?: HeldRule[]
  /** The rules of the actor with their placeholders open. */
  symbolic?: HeldRule[]
  before?: HeldRule[]
  after?: HeldRule[]
  isScalar?: (subject: string, path: string) => boolean
}

function found({ actor = [], symbolic = actor, before = [], after = [], isScalar }: Given): string[] {
  const all = missing({ actor: [actor, symbolic], before, after, speech, isScalar })
  return all.map(({ kind, action, subject, field }) =>
    [...(kind === 'grant' ? [] : ['-']), action, subject, ...(field ? [field] : [])].join(' '),
  )
}

describe('is let be', () => {
  test.each<[string, Given]>([
    ['a change of nothing', { before: [can('read', 'customer')], after: [can('read', 'customer')] }],
    ['an empty group', {}],
    [
      'what the actor has',
      { actor: [can('read', 'customer')], after: [can('read', 'customer', { condition: active })] },
    ],
    ['anything, of one who may do everything', { actor: [everything], after: [everything, cannot('read', 'brand')] }],
    ['taking a grant', { before: [can('read', 'customer')] }],
    ['narrowing one', { before: [can('read', 'customer')], after: [can('read', 'customer', { condition: active })] }],
    [
      'one more denial',
      { before: [everything], after: [everything, cannot('read', 'customer', { fields: ['email'] })] },
    ],
    [
      'half from before, half from the actor',
      {
        actor: [can('read', 'customer', { condition: ofBrand(3) })],
        before: [can('read', 'customer', { condition: ofBrand(1, 2) })],
        after: [can('read', 'customer', { condition: ofBrand(1, 2, 3) })],
      },
    ],
    [
      'a rule cut in two',
      {
        before: [can('read update', 'customer', { condition: among('status', 'active', 'new') })],
        after: [
          can('read', 'customer', { condition: among('status', 'new', 'active') }),
          can('update', 'customer', { condition: active }),
          can('update', 'customer', { condition: eq('status', 'new') }),
        ],
      },
    ],
    [
      'one placeholder for the same of the actor',
      {
        actor: [can('read', 'customer', { condition: ofBrand(3, 4) })],
        symbolic: [can('read', 'customer', { condition: ownPart })],
        after: [can('read', 'customer', { condition: all([ownPart, active]) })],
      },
    ],
    [
      'brands that are the own of the actor',
      {
        actor: [can('read', 'customer', { condition: ofBrand(3, 4) })],
        symbolic: [can('read', 'customer', { condition: ownPart })],
        after: [can('read', 'customer', { condition: ofBrand(4) })],
      },
    ],
    [
      'a denial that moves into the condition and stays',
      {
        before: [can('read', 'customer'), cannot('read', 'customer', { condition: active })],
        after: [can('read', 'customer', { condition: not(active) }), cannot('read', 'customer', { condition: active })],
      },
    ],
    [
      'taking a denial of what the actor may',
      { actor: [can('read', 'customer')], before: [cannot('read', 'customer', { condition: active })] },
    ],
    [
      'fewer related records',
      {
        actor: [can('read', 'customer', { condition: orders(eq('state', 'paid')) })],
        after: [can('read', 'customer', { condition: orders(all([eq('state', 'paid'), eq('brand', 1)])) })],
      },
    ],
    [
      'a check as wide as the condition of the actor',
      {
        actor: [can('update', 'customer', { condition: among('status', 'new', 'active') })],
        after: [can('update', 'customer', { condition: active, check: eq('status', 'new') })],
      },
    ],
  ])('%s', (_, given) => expect(found(given)).toEqual([]))
})

const fields = ['name', 'email', 'tags', '__future__']
const ofEach = (action: string) => [`${action} customer`, ...fields.map((field) => `${action} customer ${field}`)]

describe('is more than the actor has:', () => {
  test.each<[string, Given, string[]]>([
    ['a new grant', { after: [can('delete', 'customer')] }, ['delete customer']],
    ['a new action of its own', { after: [can('migrate', 'customer')] }, ofEach('migrate')],
    [
      'a condition dropped',
      {
        before: [can('delete', 'customer', { condition: all([active, ofBrand(1)]) })],
        after: [can('delete', 'customer', { condition: active })],
      },
      ['delete customer'],
    ],
    [
      'a denial dropped, though the grant is from elsewhere',
      { before: [cannot('delete', 'customer')] },
      ['- delete customer'],
    ],
    [
      'a denial narrowed',
      {
        before: [cannot('delete', 'customer', { condition: among('status', 'active', 'new') })],
        after: [cannot('delete', 'customer', { condition: active })],
      },
      ['- delete customer'],
    ],
    [
      'a denial dropped beside its grant',
      {
        before: [can('delete', 'brand'), cannot('delete', 'brand', { condition: active })],
        after: [can('delete', 'brand')],
      },
      ['delete brand'],
    ],
    [
      'one more field',
      {
        before: [can('read', 'customer', { fields: ['name'] })],
        after: [can('read', 'customer', { fields: ['name', 'email'] })],
      },
      ['read customer email'],
    ],
    [
      'fields that come later, though all of today are held',
      {
        actor: [can('read', 'customer', { fields: ['name', 'email', 'tags'] })],
        after: [can('read', 'customer')],
      },
      ['read customer __future__'],
    ],
    [
      'a field shown again',
      {
        before: [can('read', 'customer'), cannot('read', 'customer', { fields: ['email'] })],
        after: [can('read', 'customer')],
      },
      ['read customer email'],
    ],
    [
      'actions that come later',
      { actor: [can(`${standard.join(' ')} migrate`, 'customer')], after: [can('manage', 'customer')] },
      ofEach('manage'),
    ],
    [
      'subjects that come later',
      { actor: [can('delete', 'customer'), can('delete', 'brand')], after: [can('delete', 'all')] },
      ['delete all'],
    ],
    [
      'a denial of all for one of each',
      { before: [cannot('delete', 'all')], after: [cannot('delete', 'customer'), cannot('delete', 'brand')] },
      ['- delete all'],
    ],
    [
      'one brand for the own',
      {
        actor: [can('delete', 'customer', { condition: ofBrand(3) })],
        symbolic: [can('delete', 'customer', { condition: eq('brand', own) })],
        after: [can('delete', 'customer', { condition: ofBrand(4) })],
      },
      ['delete customer'],
    ],
    [
      'the own brand, of one who has it by its number',
      {
        actor: [can('delete', 'customer', { condition: ofBrand(3) })],
        after: [can('delete', 'customer', { condition: eq('brand', own) })],
      },
      ['delete customer'],
    ],
    [
      'what was held only by those with a brand',
      {
        before: [can('delete', 'customer', { condition: any([active, eq('brand', own)]) })],
        after: [can('delete', 'customer', { condition: active })],
      },
      ['delete customer'],
    ],
    [
      'what was denied to those without a brand',
      {
        before: [cannot('delete', 'customer', { condition: eq('brand', own) })],
        after: [cannot('delete', 'customer', { condition: { is: 'field', field: 'brand', operator: 'null' } })],
      },
      ['- delete customer'],
    ],
    [
      'any result of a change',
      {
        before: [can('update', 'customer', { condition: active })],
        after: [can('update', 'customer', { condition: active, check: always })],
      },
      ofEach('update'),
    ],
    [
      'another result of a change, where only the condition is held',
      {
        actor: [can('update', 'customer', { condition: among('status', 'new', 'active'), check: active })],
        after: [can('update', 'customer', { condition: active, check: eq('status', 'new'), fields: ['name'] })],
      },
      ['update customer', 'update customer name'],
    ],
    [
      'more related records',
      {
        actor: [can('delete', 'customer', { condition: orders(eq('state', 'paid')) })],
        after: [can('delete', 'customer', { condition: orders(among('state', 'paid', 'open')) })],
      },
      ['delete customer'],
    ],
    [
      'what the actor is denied',
      {
        actor: [can('delete', 'customer'), cannot('delete', 'customer', { condition: active })],
        after: [can('delete', 'customer')],
      },
      ['delete customer'],
    ],
    [
      'two of many values at once',
      {
        actor: [can('delete', 'customer', { condition: eq('status', 'new') })],
        after: [can('delete', 'customer', { condition: all([eq('tags', 'a'), eq('tags', 'b')]) })],
        isScalar: (_, path) => path !== 'tags',
      },
      ['delete customer'],
    ],
  ])('%s', (_, given, expected) => expect(found(given)).toEqual(expected))
})
