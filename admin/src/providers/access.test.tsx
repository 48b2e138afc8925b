import { AbilityProvider, Can } from '@casl/react'
import type { RecordAccess, RuleSkeleton } from '@ficha/api/contract'
import { keys } from '@refinedev/core'
import { act, render, renderHook, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aRecord, customers } from '../../test/customers.ts'
import { aMe, fakeApi, json, problem } from '../../test/fakeApi.ts'
import { ability, judged } from './ability.ts'
import { accessControlProvider, type Judged, useAccess } from './access.ts'
import { dataProvider } from './data.ts'
import { rememberPaths } from './paths.ts'
import { queryClient } from './queries.ts'
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

test('CASL’s own components answer for a record and its fields', () => {
  beginSession(aMe({ rules: [{ actions: ['update'], subject: 'customer', conditional: true }] }))
  const record: Judged = { _access: { ...closed, update: true, fields: { hidden: [], readonly: ['email'] } } }
  const offer = (field?: string, of = record) => (
    <Can I="update" this={judged('customer', of)} field={field}>
      {field ?? 'record'}
    </Can>
  )

  render(
    <AbilityProvider value={ability}>
      {offer()} {offer('name')} {offer('email')} {offer('cpf', { _access: closed })}
    </AbilityProvider>,
  )

  expect(document.body.textContent?.trim()).toBe('record name')
  expect(screen.queryByText('email')).toBeNull()
})

test('who may do everything is still told what a record does not allow', () => {
  beginSession(aMe())

  expect(ability.can('update', judged('customer', { _access: closed }))).toBe(false)
  expect(ability.can('update', judged('customer', {}))).toBe(true)
  expect(ability.can('anything', 'anything')).toBe(true)
})

const ask = async (action: string, id?: number, field?: string) =>
  (await accessControlProvider.can({ resource: 'customer', action, params: { id, field } })).can

test('Refine’s components, which know only an id, get the answer of the record that was read last', async () => {
  rememberPaths([customers])
  beginSession(aMe({ rules: [{ actions: ['read', 'update', 'delete'], subject: 'customer', conditional: true }] }))
  const answers = [
    json([aRecord(1, { _access: closed })], { 'X-Total-Count': '1' }),
    json(aRecord(2, { _access: { ...closed, delete: true } })),
    problem(412, 'stale', { current: aRecord(2, { _access: { ...closed, update: true } }) }),
  ]
  fakeApi((_, nth) => answers[nth - 1] ?? problem(404, 'missing'))
  expect([await ask('edit', 1), await ask('edit', 2)]).toEqual([true, true])

  await dataProvider.getList({ resource: 'customer' })
  await dataProvider.getOne({ resource: 'customer', id: 2 })
  expect([await ask('edit', 1), await ask('delete', 1), await ask('show', 1)]).toEqual([false, false, true])
  expect([await ask('edit', 2), await ask('delete', 2)]).toEqual([false, true])

  await dataProvider.update({ resource: 'customer', id: 2, variables: {}, meta: { ifMatch: 1 } }).catch(() => undefined)
  expect([await ask('edit', 2), await ask('edit', 2, 'name'), await ask('delete', 2)]).toEqual([true, true, false])

  beginSession(aMe({ version: '2', rules: [{ actions: ['delete'], subject: 'customer', conditional: true }] }))
  expect([await ask('edit', 2), await ask('delete', 2)]).toEqual([false, true])
})

test('an answer is never undefined, never kept, and asked again under other rules', async () => {
  beginSession(aMe({ rules: [] }))
  expect((await accessControlProvider.can({ action: 'list' })).can).toBe(true)
  expect(await ask('nonsense')).toBe(false)
  expect(accessControlProvider.options?.queryOptions).toEqual({ staleTime: 0, gcTime: 0, placeholderData: undefined })

  const queryKey = keys().access().resource('customer').action('edit').get()
  queryClient.setQueryData(queryKey, { can: true })
  beginSession(aMe({ version: '2', rules: [] }))

  expect(queryClient.getQueryState(queryKey)?.isInvalidated ?? true).toBe(true)
})
