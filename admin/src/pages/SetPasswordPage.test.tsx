import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { expect, test } from 'vitest'
import { aMe, type Call, fakeApi, json, problem } from '../../test/fakeApi.ts'
import { speak } from '../../test/kinds.tsx'
import { SetPasswordPage } from './SetPasswordPage.tsx'

const owner = { name: 'Eva Sá', email: 'eva@example.com', purpose: 'invitation' }

/** The page under a link, over an API where the link works unless told otherwise. */
function open(hash: string, answer: (call: Call, nth: number) => Response | undefined = () => undefined) {
  const calls = fakeApi((call, nth) => {
    const told = answer(call, nth)
    if (told) return told
    if (call.url === '/api/auth/link') return json(owner)
    return json(call.url === '/api/auth/me' ? aMe() : { user: aMe().user })
  })
  render(
    <MemoryRouter initialEntries={[`/set-password${hash}`]}>
      <Routes>
        <Route path="/set-password" element={<SetPasswordPage />} />
        <Route path="/" element={<h1>Dentro</h1>} />
        <Route path="/sign-in" element={<h1>Entrar</h1>} />
      </Routes>
    </MemoryRouter>,
  )
  return calls
}

async function choose(password: string, confirmation = password) {
  fireEvent.change(await screen.findByLabelText('Senha'), { target: { value: password } })
  fireEvent.change(screen.getByLabelText('Repita a senha'), { target: { value: confirmation } })
  fireEvent.click(screen.getByRole('button', { name: 'Salvar senha e entrar' }))
}

test('who holds the link reads whose account it is, chooses the password and is inside', async () => {
  speak('pt-BR')
  const calls = open('#abc')
  expect(await screen.findByText('Olá, Eva Sá. Esta será a senha da sua conta eva@example.com.')).toBeDefined()
  expect(document.activeElement).toBe(screen.getByLabelText('Senha'))

  await choose('correto cavalo')

  expect(await screen.findByRole('heading', { name: 'Dentro' })).toBeDefined()
  expect(calls.map(({ method, url, body }) => ({ method, url, body }))).toEqual([
    { method: 'POST', url: '/api/auth/link', body: { token: 'abc' } },
    {
      method: 'POST',
      url: '/api/auth/link/password',
      body: { token: 'abc', password: 'correto cavalo', passwordConfirmation: 'correto cavalo' },
    },
    { method: 'GET', url: '/api/auth/me', body: undefined },
  ])
})

test('a link that does not work any more says so at once, and leads to the sign-in', async () => {
  speak('pt-BR')
  open('#abc', ({ url }) => (url === '/api/auth/me' ? problem(401, 'unauthenticated') : problem(403, 'forbidden')))

  expect(await screen.findByRole('heading', { level: 1, name: 'Este link não vale mais' })).toBeDefined()
  expect(screen.getByRole('alert').textContent).toBe('forbidden, in words')
  expect(screen.getByRole('link', { name: 'Entrar com a senha que já tenho' }).getAttribute('href')).toBe('/sign-in')
  expect(screen.queryByLabelText('Senha')).toBeNull()
})

test('a browser where somebody is signed in shows the same of a spent link', async () => {
  speak('pt-BR')
  open('#abc', ({ url }) => (url === '/api/auth/me' ? json(aMe()) : problem(403, 'forbidden')))

  await screen.findByRole('heading', { level: 1, name: 'Este link não vale mais' })
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Dentro' })).toBeNull())
})

test('a link that is spent meanwhile says so over the form', async () => {
  speak('pt-BR')
  open('#abc', ({ url }) => (url === '/api/auth/link/password' ? problem(403, 'forbidden') : undefined))
  await choose('correto cavalo')

  expect(await screen.findByText('forbidden, in words')).toBeDefined()
})

test('a password that differs from its confirmation, or is refused, is told under its field', async () => {
  speak('pt-BR')
  const calls = open('#abc', ({ url }) =>
    url === '/api/auth/link/password'
      ? problem(422, 'invalid', { errors: { password: ['Use pelo menos 8 caracteres.'] } })
      : undefined,
  )
  await choose('correto cavalo', 'outro cavalo')
  expect(await screen.findByText('As duas senhas não são iguais.')).toBeDefined()
  expect(calls).toHaveLength(1)

  await choose('curta')
  expect(await screen.findByText('Use pelo menos 8 caracteres.')).toBeDefined()
  expect(document.activeElement).toBe(screen.getByLabelText('Senha'))
})

test('without a connection it may be tried again', async () => {
  speak('pt-BR')
  let isThere = false
  open('#abc', ({ url }) => (url === '/api/auth/link' && !isThere ? problem(500, 'unexpected') : undefined))
  expect((await screen.findByRole('alert')).textContent).toBe('unexpected, in words')
  isThere = true
  fireEvent.click(screen.getByRole('button', { name: 'Tentar de novo' }))

  expect(await screen.findByLabelText('Senha')).toBeDefined()
})

test('an address without its token says what is missing, and asks nothing', async () => {
  speak('en')
  const calls = open('')

  expect(await screen.findByText('This address is incomplete. Open the whole link that you received.')).toBeDefined()
  expect(calls).toEqual([])
})
