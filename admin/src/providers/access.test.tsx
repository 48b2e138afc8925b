import { AbilityProvider } from '@casl/react'
import type { RecordAccess, RuleSkeleton } from '@ficha/api/contract'
import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aMe } from '../../test/fakeApi.ts'
import { ability } from './ability.ts'
import { useAccess } from './access.ts'
import { beginSession, endSession } from './session.ts'

function access(rules: RuleSkeleton[]) {
  beginSession(aMe({ rules }))
  return renderHook(useAccess, {
    wrapper: ({ children }) => <AbilityProvider value={ability}>{children}</AbilityProvider>,
  }).result
}

const closed: RecordAccess = { update: false, delete: false, actions: [], fields: { hidden: [], readonly: [] } }

test('what no rule grants may not be done', () => {
  const { can } = access([{ actions: ['read'], subject: 'customer' }]).current

  expect(can('read', 'customer')).toBe(true)
  expect(can('update', 'customer')).toBe(false)
  expect(can('read', 'brand')).toBe(false)
})

test('Refine’s words mean the verbs of the rules', () => {
  const { can } = access([{ actions: ['read', 'create'], subject: 'customer' }]).current

  expect(['list', 'show', 'clone'].map((action) => can(action, 'customer'))).toEqual([true, true, true])
  expect(can('edit', 'customer')).toBe(false)
})

test('a rule that holds for some records grants the page, and each record answers for itself', () => {
  const { can } = access([{ actions: ['update', 'delete', 'migrate'], subject: 'customer', conditional: true }]).current

  expect(can('update', 'customer')).toBe(true)
  expect(can('update', 'customer', { _access: closed })).toBe(false)
  expect(can('update', 'customer', { _access: { ...closed, update: true } })).toBe(true)
  expect(can('migrate', 'customer', { _access: closed })).toBe(false)
  expect(can('migrate', 'customer', { _access: { ...closed, actions: ['migrate'] } })).toBe(true)
})

test('a refusal for some records does not close the page, one for all does', () => {
  const grant: RuleSkeleton = { actions: ['delete'], subject: 'customer' }

  expect(access([grant, { ...grant, inverted: true, conditional: true }]).current.can('delete', 'customer')).toBe(true)
  expect(access([grant, { ...grant, inverted: true }]).current.can('delete', 'customer')).toBe(false)
})

test('a field is closed by the rules, and by its record', () => {
  const { can } = access([{ actions: ['read', 'update'], subject: 'customer', fields: ['name', 'email'] }]).current
  const record = { _access: { ...closed, update: true, fields: { hidden: ['email'], readonly: ['name'] } } }

  expect(can('update', 'customer', undefined, 'name')).toBe(true)
  expect(can('update', 'customer', undefined, 'cpf')).toBe(false)
  expect(can('update', 'customer', record, 'name')).toBe(false)
  expect(can('read', 'customer', record, 'name')).toBe(true)
  expect(can('read', 'customer', record, 'email')).toBe(false)
})

test('rules that change act at once, and nothing is left of them after signing out', () => {
  const current = access([{ actions: ['read'], subject: 'customer' }])

  act(() => beginSession(aMe({ version: '2', rules: [{ actions: ['manage'], subject: 'all' }] })))
  expect(current.current.can('delete', 'brand')).toBe(true)

  act(() => endSession())
  expect(current.current.can('read', 'customer')).toBe(false)
})
