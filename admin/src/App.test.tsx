import type { Me } from '@ficha/api/contract'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { FakeEventSource } from '../test/eventSource.ts'
import { aMe, aMetadata, type Call, fakeApi, json, problem } from '../test/fakeApi.ts'
import { App } from './App.tsx'

const record = {
  id: 3,
  version: 7,
  createdAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-01-02T03:04:05.000Z',
  name: 'João',
  _access: { update: true, delete: true, actions: [], fields: { hidden: [], readonly: [] } },
}

// Reading the code of the lazy pages for the first time is no part of any test.
beforeAll(async () => {
  await Promise.all([import('./Panel.tsx'), import('./record/RecordList.tsx'), import('./record/RecordPage.tsx')])
}, 120_000)

interface World {
  me?: Me
  signedIn?: boolean
  resources?: typeof aMetadata.resources
}

/** The admin at an address, over an API with one customer. */
function open(address: string, { me = aMe(), signedIn = true, resources = aMetadata.resources }: World = {}) {
  const world = { signedIn, me, resources }
  history.replaceState(null, '', address)
  const calls = fakeApi(({ method, url, body }: Call) => {
    const path = url.split('?')[0]
    if (path === '/api/auth/sign-in') {
      const right = typeof body === 'object' && body !== null && 'password' in body && body.password === 'right'
      world.signedIn = right
      return right ? json({ user: me.user }) : problem(401, 'wrong-credentials')
    }
    if (!world.signedIn) return problem(401, 'unauthenticated')
    if (path === '/api/auth/me') return json(world.me)
    if (path === '/api/meta') return json({ resources: world.resources, version: '1' })
    if (path === '/api/customers/3' && method === 'GET') return json(record)
    if (path === '/api/customers') return json([record], { 'X-Total-Count': '1' })
    return path === '/api/brands' ? json([], { 'X-Total-Count': '0' }) : problem(404, 'missing')
  })
  render(<App />)
  return { calls, world, asked: () => calls.map(({ method, url }) => `${method} ${url.split('?')[0]}`) }
}

async function signIn(password: string) {
  fireEvent.change(await screen.findByLabelText('E-mail'), { target: { value: 'ana@example.com' } })
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: password } })
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

test('who is not signed in signs in and goes on to the page they asked for', async () => {
  open('/brands?name_like=a', { signedIn: false })

  await signIn('right')

  await screen.findByRole('heading', { level: 1, name: /brands/ })
  expect(location.pathname + location.search).toBe('/brands?name_like=a')
})

test('a wrong password is announced, and the password has the focus', async () => {
  open('/sign-in', { signedIn: false })

  await signIn('wrong')

  expect(await screen.findByText('wrong-credentials, in words')).toBeDefined()
  expect(within(screen.getByRole('alert')).getByText('wrong-credentials, in words')).toBeDefined()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Password')))
})

test('empty fields are not sent; the first has the focus and says why', async () => {
  const { calls } = open('/sign-in', { signedIn: false })

  fireEvent.click(await screen.findByRole('button', { name: 'Sign in' }))

  const email = await screen.findByLabelText('E-mail')
  expect(document.activeElement).toBe(email)
  expect(document.getElementById(email.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Fill in this field.')
  expect(calls).toEqual([])
})

test('whose password was given by someone else changes it before anything else', async () => {
  const { asked } = open('/customers', { me: aMe({ user: { ...aMe().user, mustChangePassword: true } }) })

  expect(await screen.findByRole('heading', { level: 1, name: 'Change password' })).toBeDefined()
  expect(asked()).not.toContain('GET /api/customers')
})

test('the start is the first resource of the menu', async () => {
  open('/')

  await waitFor(() => expect(location.pathname).toBe('/customers'))
})

test('who may see nothing reads whom to ask', async () => {
  open('/', { resources: [] })

  expect(await screen.findByRole('heading', { level: 1, name: 'Nothing here yet' })).toBeDefined()
})

test('a page the person may not see asks nothing of the API', async () => {
  const { asked } = open('/brands/new', { me: aMe({ rules: [{ actions: ['read'], subject: 'all' }] }) })

  expect(await screen.findByRole('heading', { level: 1, name: 'Not allowed' })).toBeDefined()
  expect(asked().filter((call) => call.includes('brands'))).toEqual([])
})

test('an unknown address says so', async () => {
  open('/nothing')

  expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeDefined()
})

test('a link cannot choose methods, headers or versions', async () => {
  const { calls } = open('/customers/3?method=delete&headers[X-Evil]=1&ifMatch=*&resource=users&id=4')

  await screen.findByRole('heading', { level: 1, name: 'João' })

  expect(calls.filter(({ method }) => method !== 'GET')).toEqual([])
  expect(calls.some(({ headers }) => headers.has('X-Evil') || headers.has('If-Match'))).toBe(false)
  expect(calls.map(({ url }) => url)).not.toContainEqual(expect.stringMatching(/users|evil|method/i))
})

test('the page names the document and has the focus when one arrives at it', async () => {
  open('/customers')
  await screen.findByRole('heading', { level: 1, name: /customers/ })

  fireEvent.click(await screen.findByRole('link', { name: 'brands' }))

  const heading = await screen.findByRole('heading', { level: 1, name: /brands/ })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  expect(document.title).toMatch(/^brands.* · Ficha$/)
})

test('a session that ends asks the same person to sign in again, over the page, and goes on', async () => {
  const { world } = open('/customers')
  await screen.findByRole('heading', { level: 1, name: /customers/ })
  world.signedIn = false

  fireEvent.click(await screen.findByRole('link', { name: 'brands' }))

  const dialog = await screen.findByRole('dialog', { name: 'Your session has ended' })
  const email = within(dialog).getByLabelText('E-mail')
  expect(email).toMatchObject({ value: 'ana@example.com', readOnly: true })
  fireEvent.change(within(dialog).getByLabelText('Password'), { target: { value: 'right' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Sign in' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByRole('heading', { level: 1, name: /brands/ })).toBeDefined()
})

test('a right that is taken away closes its page within a moment, and its place in the menu', async () => {
  const { world } = open('/customers')
  await screen.findByRole('link', { name: 'João' })
  world.me = aMe({ version: '2', rules: [{ actions: ['read'], subject: 'brand' }] })
  world.resources = world.resources.filter(({ name }) => name === 'brand')

  act(() => FakeEventSource.opened[0]?.say('rights', { version: '2' }))

  await screen.findByRole('heading', { level: 1, name: 'Not allowed' })
  await waitFor(() => expect(screen.queryByRole('link', { name: 'customers' })).toBeNull())
  expect(screen.getByRole('heading', { level: 1, name: 'Not allowed' })).toBeDefined()
  expect(screen.getByRole('link', { name: 'brands' })).toBeDefined()
  expect(document.body.textContent).not.toContain('João')
})

test('a right that is given opens what it is for', async () => {
  const readable = aMetadata.resources.filter(({ name }) => name === 'brand')
  const { world } = open('/brands', {
    me: aMe({ rules: [{ actions: ['read'], subject: 'brand' }] }),
    resources: readable,
  })
  await screen.findByRole('heading', { level: 1, name: /brands/ })
  expect(screen.queryByRole('link', { name: 'customers' })).toBeNull()
  Object.assign(world, { me: aMe({ version: '2' }), resources: aMetadata.resources })

  act(() => FakeEventSource.opened[0]?.say('rights', { version: '2' }))

  fireEvent.click(await screen.findByRole('link', { name: 'customers' }))
  expect(await screen.findByRole('link', { name: 'João' })).toBeDefined()
})

test('the stream rests while the session has ended, and begins again with it', async () => {
  const { world } = open('/customers')
  await screen.findByRole('link', { name: 'João' })
  const [first] = FakeEventSource.opened
  world.signedIn = false
  fireEvent.click(await screen.findByRole('link', { name: 'brands' }))
  const dialog = await screen.findByRole('dialog', { name: 'Your session has ended' })
  expect(first?.readyState).toBe(FakeEventSource.CLOSED)

  fireEvent.change(within(dialog).getByLabelText('Password'), { target: { value: 'right' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Sign in' }))

  await waitFor(() => expect(FakeEventSource.opened).toHaveLength(2))
})

test('texts come in the language of the screen, and so do those of the API', async () => {
  const { calls } = open('/customers')
  await screen.findByRole('heading', { level: 1, name: /customers/ })

  fireEvent.click(screen.getByRole('button', { name: /Ana Souza/ }))
  fireEvent.click(await screen.findByRole('radio', { name: 'Português' }))

  expect(await screen.findByRole('button', { name: 'Sair' })).toBeDefined()
  expect(document.documentElement.lang).toBe('pt-BR')
  await waitFor(() => expect(calls.at(-1)?.headers.get('Accept-Language')).toBe('pt-BR'))
  expect(calls.filter(({ url }) => url === '/api/meta')).toHaveLength(2)
})

test('one’s own account does not show while the panel is seen as somebody else', async () => {
  const { asked } = open('/account/sessions', { me: aMe({ viewing: { user: { id: 8, name: 'Bia Reis' } } }) })

  await screen.findByText('Your own account does not show while you see the panel as somebody else.')
  expect(asked()).not.toContain('GET /api/auth/sessions')
  fireEvent.click(screen.getByRole('button', { name: /Ana Souza/ }))
  expect(screen.getByRole('button', { name: 'Sign out' })).toBeDefined()
  expect(screen.queryByRole('link', { name: 'Change password' })).toBeNull()
})
