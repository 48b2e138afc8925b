import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { edit, hasFocus, heading, value } from './screen.ts'
import { signIn } from './sign-in.ts'
import { ana, test } from './test.ts'

/** Everybody here comes without a session, and learns that from the API. */
const guest = { as: 'nobody', provokes: [401] } as const

test('who comes for the first time is asked to sign in', async ({ visit }) => {
  const page = await visit('/', guest)

  await heading(page, 'Entrar')
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  expect(await hasFocus(page.getByLabel('E-mail'))).toBe(true)
})

test('a wrong password is told, emptied and asked for again', async ({ visit }) => {
  const page = await visit('/', guest)

  await signIn(page, { ...ana, password: 'not the password' })

  await page.getByRole('alert').getByText('E-mail ou senha incorretos. Confira e tente de novo.').waitFor()
  const password = page.getByLabel('Senha', { exact: true })
  expect(await hasFocus(password)).toBe(true)
  expect(await page.getByLabel('E-mail').inputValue()).toBe(ana.email)
})

test('a password can be pasted, and shown', async ({ visit }) => {
  const page = await visit('/', guest)
  const password = page.getByLabel('Senha', { exact: true })

  const pasted = await password.evaluate((input) =>
    input.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
  )
  await password.fill('visível')
  await page.getByRole('button', { name: 'Mostrar a senha' }).click()

  expect(pasted).toBe(true)
  expect(await password.getAttribute('type')).toBe('text')
})

test('who signs in arrives at the address they came for', async ({ visit, office }) => {
  const { id } = await office.make('customer', { name: 'Nilo Bastos' })
  const page = await visit(`/customers/${id}?tab=endereco`, guest)

  await signIn(page, ana)

  await heading(page, 'Nilo Bastos')
  expect(await page.getByRole('tab', { name: 'Endereço' }).getAttribute('aria-selected')).toBe('true')
})

test('a session that ends under an open form asks to sign in again over it, and the save goes through', async ({
  visit,
  office,
}) => {
  const customer = await office.make('customer', { occupation: 'Motorista' })
  const page = await visit(`/customers/${customer.id}`, guest)
  await signIn(page, ana)
  await edit(page, 'Profissão', 'Piloto')
  await page.context().clearCookies()

  await page.getByRole('button', { name: 'SALVAR · 1 alteração' }).click()

  const dialog = page.getByRole('dialog', { name: 'Sua sessão terminou' })
  const password = dialog.getByLabel('Senha', { exact: true })
  await expect.poll(() => hasFocus(password)).toBe(true)
  await page.keyboard.press('Escape')
  expect(await dialog.isVisible()).toBe(true)

  await password.fill('not the password')
  await page.keyboard.press('Enter')
  await dialog.getByText('E-mail ou senha incorretos.').waitFor()
  await password.fill(ana.password)
  await page.keyboard.press('Enter')

  await page.getByText('Nenhuma alteração').waitFor()
  await value(page, 'Profissão', 'Piloto').waitFor()
  expect((await office.read('customer', customer.id)).body).toMatchObject({ occupation: 'Piloto', version: 2 })
})

test('a session that was ended from elsewhere asks as soon as the page needs the API', async ({ visit, office }) => {
  const page = await visit('/brands', guest)
  await signIn(page, ana)
  await heading(page, /^Marcas/)
  const { body: sessions } = await office.send('GET', '/api/auth/sessions')
  const [newest] = sessions.toSorted((a: { id: number }, b: { id: number }) => b.id - a.id)
  await office.send('DELETE', `/api/auth/sessions/${newest.id}`)

  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Clientes' }).click()

  await page.getByRole('dialog', { name: 'Sua sessão terminou' }).waitFor()
})

test('signing out leaves nothing behind, not even for Back', async ({ visit, office }) => {
  await office.make('customer', { name: 'Sigilosa Ferraz' })
  const page = await visit('/customers', guest)
  await signIn(page, ana)
  await page.getByRole('link', { name: 'Sigilosa Ferraz' }).click()
  await heading(page, 'Sigilosa Ferraz')
  const other = await page.context().newPage()
  await other.goto(page.url())
  await heading(other, 'Sigilosa Ferraz')

  await leave(page)
  await heading(page, 'Entrar')
  await page.goBack()

  await heading(page, 'Entrar')
  await heading(other, 'Entrar')
  expect(await page.content()).not.toContain('Sigilosa')
  expect(await other.content()).not.toContain('Sigilosa')
  const left = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])
  expect(left.filter((key) => !key.startsWith('ficha.device.'))).toEqual([])
  expect(await page.context().cookies()).toEqual([])
})

test('a person in no group sees a calm page and nothing else', async ({ visit, office }) => {
  const { id } = await office.make('customer', { name: 'Sigilosa Ferraz' })
  const user = { email: 'otto@exemplo.com.br', password: 'outra frase comprida' }
  await office.make('user', { ...user, passwordConfirmation: user.password, mustChangePassword: false })
  const page = await visit('/', guest)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))

  await signIn(page, user)

  await heading(page, 'Nada por aqui ainda')
  expect(await page.getByRole('navigation', { name: 'Menu' }).getByRole('link').count()).toBe(0)

  for (const path of ['customers', `customers/${id}`, 'customers/new', 'users']) {
    await page.goto(new URL(path, page.url()).href)
    await heading(page, 'Página não encontrada')
    expect(await page.content()).not.toContain('Sigilosa')
  }
  expect(asked.filter((path) => /^\/api\/(customers|users)/.test(path))).toEqual([])
})

test('a password made by somebody else is changed before anything else', async ({ visit, office }) => {
  const user = { email: 'nova@exemplo.com.br', password: 'frase de uma vez só' }
  await office.make('user', { ...user, passwordConfirmation: user.password, mustChangePassword: true })
  const page = await visit('/customers', guest)
  await signIn(page, user)
  await heading(page, 'Trocar senha')
  expect(await page.getByRole('navigation', { name: 'Menu' }).count()).toBe(0)

  await page.getByLabel('Senha atual').fill(user.password)
  await page.getByLabel('Nova senha', { exact: true }).fill('frase que é só minha')
  await page.getByLabel('Repita a nova senha').fill('frase que é só minha')
  await page.getByRole('button', { name: 'Trocar senha' }).click()

  await page.getByRole('navigation', { name: 'Menu' }).waitFor()
})

test('sessions can be seen and ended', async ({ visit }) => {
  const first = await visit('/', guest)
  await signIn(first, ana)
  await first.getByRole('navigation', { name: 'Menu' }).waitFor()
  const page = await visit('/account/sessions', guest)
  await signIn(page, ana)
  await page.getByText('Esta sessão').waitFor()
  const buttons = page.getByRole('button', { name: /^Encerrar a sessão de Chrome/ })
  const before = await buttons.count()

  await buttons.first().click()

  await page.getByText('Sessão encerrada.').first().waitFor()
  await expect.poll(() => buttons.count()).toBe(before - 1)
})

/** Signs out through the menu of the person. */
async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Conta de/ }).click()
  await page.getByRole('button', { name: 'Sair', exact: true }).click()
}
