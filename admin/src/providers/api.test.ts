import { expect, test, vi } from 'vitest'
import { aMe, fakeApi, json, problem } from '../../test/fakeApi.ts'
import { callApi } from './api.ts'
import { signIn } from './auth.ts'
import { beginSession, currentSession, endSession } from './session.ts'

test('a refusal says in words what the API said', async () => {
  fakeApi(() => problem(409, 'conflict'))

  await expect(callApi('POST', '/customers', { body: {} })).rejects.toMatchObject({
    statusCode: 409,
    message: 'conflict, in words',
    problem: { code: 'conflict' },
  })
})

test('an answer that is not the API’s is told by its number', async () => {
  fakeApi(() => new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } }))

  await expect(callApi('GET', '/customers')).rejects.toMatchObject({
    statusCode: 502,
    message: expect.stringContaining('502'),
  })
})

test('a lost network is told as such', async () => {
  fakeApi(() => Promise.reject(new TypeError('Failed to fetch')))

  await expect(callApi('GET', '/customers')).rejects.toMatchObject({
    statusCode: 0,
    message: expect.stringMatching(/rede|network/),
  })
})

test('a change is sent once more, with the same body, when the person has signed in again', async () => {
  beginSession(aMe())
  let ended = true
  const calls = fakeApi(({ url }) => {
    if (url === '/api/auth/sign-in') ended = false
    if (url === '/api/auth/me') return json(aMe())
    return ended ? problem(401, 'unauthenticated') : json({ id: 3 })
  })

  const saving = callApi('PATCH', '/customers/3', { body: { name: 'Ana' }, ifMatch: 7 })
  const reading = callApi('GET', '/brands')
  await vi.waitFor(() => expect(currentSession().ended).toBe(true))
  await signIn({ email: 'ana@example.com', password: 'secret' })

  await expect(saving).resolves.toMatchObject({ body: { id: 3 } })
  await expect(reading).resolves.toBeDefined()
  expect(currentSession().ended).toBe(false)
  const saves = calls.filter(({ method }) => method === 'PATCH')
  expect(saves.map(({ body, headers }) => [body, headers.get('If-Match')])).toEqual(
    Array(2).fill([{ name: 'Ana' }, '"7"']),
  )
})

test('calls that waited fail when nobody signs in again', async () => {
  beginSession(aMe())
  const calls = fakeApi(() => problem(401, 'unauthenticated'))

  const reading = callApi('GET', '/customers')
  await vi.waitFor(() => expect(currentSession().ended).toBe(true))
  endSession()

  await expect(reading).rejects.toMatchObject({ statusCode: 401 })
  expect(calls).toHaveLength(1)
})

test('a wrong password in the dialog is an answer, not another ended session', async () => {
  beginSession(aMe())
  fakeApi(() => problem(401, 'wrong-credentials'))

  await expect(signIn({ email: 'ana@example.com', password: 'wrong' })).rejects.toMatchObject({
    message: 'wrong-credentials, in words',
  })
})

test('nothing that waited is sent for somebody else who signs in', async () => {
  const reload = vi.fn()
  vi.stubGlobal('location', { reload })
  beginSession(aMe())
  const calls = fakeApi(() => problem(401, 'unauthenticated'))

  const saving = callApi('PATCH', '/customers/3', { body: { name: 'Ana' } })
  await vi.waitFor(() => expect(currentSession().ended).toBe(true))
  beginSession(aMe({ user: { id: 2, name: 'Bia', email: 'bia@example.com', mustChangePassword: false } }))

  await expect(saving).rejects.toMatchObject({ statusCode: 401 })
  expect(calls).toHaveLength(1)
  expect(reload).toHaveBeenCalledOnce()
})

test('looking through other eyes loads the pages anew, and what is typed in another tab may ask first', () => {
  const reload = vi.fn()
  vi.stubGlobal('location', { reload })
  beginSession(aMe())
  const bia = { id: 2, name: 'Bia', email: 'bia@example.com', mustChangePassword: false }

  beginSession(aMe({ user: bia, viewing: { user: { id: 2, name: 'Bia' } } }))

  expect(reload).toHaveBeenCalledOnce()
  expect(currentSession().me?.user.id).toBe(1)
})

test('looking through the eyes of a group loads the pages anew, at its beginning and at its end', () => {
  const reload = vi.fn()
  vi.stubGlobal('location', { reload })
  beginSession(aMe())
  beginSession(aMe({ version: '1-5', viewing: { group: { id: 5, name: 'Atendimento' } } }))
  expect(reload).toHaveBeenCalledTimes(1)
  // The page was kept for what is typed on it; the end of the viewing is news to it all the same.
  expect(currentSession().me).toEqual(aMe({ version: '1-5' }))
  endSession()

  beginSession(aMe({ version: '1-5', viewing: { group: { id: 5, name: 'Atendimento' } } }))
  beginSession(aMe())
  expect(reload).toHaveBeenCalledTimes(2)
})

test('new rules are fetched once, however many answers name them', async () => {
  beginSession(aMe())
  const newRules = [{ actions: ['read'], subject: 'brand' }]
  const calls = fakeApi(({ url }) =>
    url === '/api/auth/me' ? json(aMe({ version: '2', rules: newRules })) : json([], { 'X-Ability-Version': '2' }),
  )

  await Promise.all([callApi('GET', '/customers'), callApi('GET', '/brands'), callApi('GET', '/contacts')])
  await vi.waitFor(() => expect(currentSession().me?.rules).toEqual(newRules))

  expect(calls.filter(({ url }) => url === '/api/auth/me')).toHaveLength(1)
})

test('a refusal names the rule behind it, and tells of new rules as any answer does', async () => {
  beginSession(aMe())
  const calls = fakeApi(({ url }) => {
    if (url === '/api/auth/me') return json(aMe({ version: '2' }))
    const refused = problem(409, 'conflict', { detail: 'Not now', rule: 'r_17' })
    refused.headers.set('X-Ability-Version', '2')
    return refused
  })

  await expect(callApi('POST', '/customers', { body: {} })).rejects.toMatchObject({ message: 'Not now (rule r_17)' })
  await vi.waitFor(() => expect(currentSession().me?.version).toBe('2'))
  expect(calls.map(({ url }) => url)).toEqual(['/api/customers', '/api/auth/me'])
})

test('rules that change while the former ones are fetched are fetched after them', async () => {
  beginSession(aMe())
  let release: (answer: Response) => void = () => undefined
  const calls = fakeApi(({ url }, nth) => {
    if (url !== '/api/auth/me') return json([], { 'X-Ability-Version': nth === 1 ? '2' : '3' })
    const asked = calls.filter((call) => call.url === '/api/auth/me').length
    return asked === 1 ? new Promise((resolve) => (release = resolve)) : json(aMe({ version: '3' }))
  })

  await callApi('GET', '/customers')
  await vi.waitFor(() => expect(calls.at(-1)?.url).toBe('/api/auth/me'))
  await callApi('GET', '/customers')
  release(json(aMe({ version: '2' })))

  await vi.waitFor(() => expect(currentSession().me?.version).toBe('3'))
})

test('rules that could not be fetched are asked for again by the next answer', async () => {
  beginSession(aMe())
  let isDown = true
  fakeApi(({ url }) => {
    if (url !== '/api/auth/me') return json([], { 'X-Ability-Version': '2' })
    return isDown ? problem(503, 'unavailable') : json(aMe({ version: '2' }))
  })
  await callApi('GET', '/customers')
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(currentSession().me?.version).toBe('1')

  isDown = false
  await callApi('GET', '/customers')

  await vi.waitFor(() => expect(currentSession().me?.version).toBe('2'))
})
