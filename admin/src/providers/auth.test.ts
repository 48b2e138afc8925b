import { expect, test, vi } from 'vitest'
import { aRecord, customers } from '../../test/customers.ts'
import { aMe, fakeApi, problem } from '../../test/fakeApi.ts'
import { listAddress, rememberList } from '../record/list/listAddress.ts'
import { ability } from './ability.ts'
import { signOut } from './auth.ts'
import { pathOf, rememberPaths } from './paths.ts'
import { queryClient } from './queries.ts'
import { accessOf, rememberAccess } from './recordAccess.ts'
import { beginSession, currentSession, forgetWhenLeft } from './session.ts'

test('signing out leaves nothing of the person, but the choices of the device', async () => {
  const assign = vi.fn()
  vi.stubGlobal('location', { assign })
  beginSession(aMe())
  queryClient.setQueryData(['customers'], [{ name: 'João' }])
  rememberAccess('customer', aRecord(3))
  rememberPaths([customers])
  rememberList(customers, { search: '', state: { list: { q: 'joão' } } })
  localStorage.setItem('draft', 'João')
  localStorage.setItem('ficha.device.theme', 'dark')
  sessionStorage.setItem('draft', 'João')
  const calls = fakeApi(() => new Response(null, { status: 204 }))

  await signOut()

  expect(calls.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /api/auth/sign-out'])
  expect(currentSession()).toEqual({ ended: false })
  expect(ability.can('read', 'customer')).toBe(false)
  expect(queryClient.getQueryCache().getAll()).toEqual([])
  expect(accessOf('customer', 3)).toBeUndefined()
  expect(() => pathOf('customer')).toThrow()
  expect(listAddress(customers)).toEqual({ to: '/customers' })
  expect({ ...localStorage }).toEqual({ 'ficha.device.theme': 'dark' })
  expect(sessionStorage).toHaveLength(0)
  expect(assign).toHaveBeenCalledWith('/sign-in')
})

test('a page that was left and is kept by the browser holds nothing of the person', () => {
  forgetWhenLeft()
  beginSession(aMe())
  queryClient.setQueryData(['customers'], [{ name: 'João' }])
  rememberAccess('customer', aRecord(3))

  window.dispatchEvent(new Event('pagehide'))

  expect(currentSession()).toEqual({ ended: false })
  expect(queryClient.getQueryCache().getAll()).toEqual([])
  expect(accessOf('customer', 3)).toBeUndefined()
})

test('a session that has ended already is no obstacle to leaving', async () => {
  const assign = vi.fn()
  vi.stubGlobal('location', { assign })
  beginSession(aMe())
  fakeApi(() => problem(401, 'unauthenticated'))

  await signOut()

  expect(assign).toHaveBeenCalledWith('/sign-in')
})

test('a session that lives on is not hidden behind a sign-in page', async () => {
  const assign = vi.fn()
  vi.stubGlobal('location', { assign })
  beginSession(aMe())
  fakeApi(() => Promise.reject(new TypeError('Failed to fetch')))

  await expect(signOut()).rejects.toMatchObject({ statusCode: 0 })
  expect(currentSession().me).toBeDefined()
  expect(assign).not.toHaveBeenCalled()
})
