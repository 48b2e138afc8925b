import { expect } from 'vitest'
import { hasFocus, heading } from './screen.ts'
import { signIn } from './sign-in.ts'
import { test } from './test.ts'

const guest = { as: 'nobody', provokes: [401, 403] } as const
const password = 'outro cavalo manso'

test('an administrator invites somebody, who chooses their password by the link and is inside', async ({
  visit,
  office,
}) => {
  const user = await office.make('user', { name: 'Eva Sá', email: 'eva@exemplo.com.br' })
  const page = await visit(`/users/${user.id}`)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Convidar' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Convidar' }).click()

  const field = page.getByRole('textbox', { name: /^Link do convite/ })
  await field.waitFor()
  await expect.poll(() => hasFocus(field)).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Copiado.').waitFor()
  const link = await field.inputValue()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  await page.getByRole('button', { name: 'Fechar' }).last().click()
  await heading(page, 'Eva Sá')

  const { pathname, hash } = new URL(link)
  const hers = await visit(pathname + hash, guest)
  await hers.getByText('Esta será a senha da sua conta eva@exemplo.com.br').waitFor()
  await hers.getByLabel('Senha', { exact: true }).fill(password)
  await hers.getByLabel('Repita a senha').fill(password)
  await hers.keyboard.press('Enter')
  await heading(hers, 'Nada por aqui ainda')

  const again = await visit(pathname + hash, guest)
  await heading(again, 'Este link não vale mais')
  await again.getByRole('link', { name: 'Entrar com a senha que já tenho' }).click()
  await signIn(again, { email: 'eva@exemplo.com.br', password })
  await heading(again, 'Nada por aqui ainda')
})

test('the page of a link speaks English too, and keeps what is typed when the language changes', async ({
  visit,
  office,
}) => {
  const user = await office.make('user', { name: 'Ivo Lima', email: 'ivo@exemplo.com.br' })
  const { body } = await office.act('user', user, 'invite')
  const { pathname, hash } = new URL(body.shown[0].text)
  const page = await visit(pathname + hash, { ...guest, language: 'en' })

  await heading(page, 'Choose your password')
  await page.getByText('This will be the password of your account ivo@exemplo.com.br').waitFor()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('radio', { name: 'Português' }).check()
  await heading(page, 'Escolha a sua senha')

  expect(await page.getByLabel('Senha', { exact: true }).inputValue()).toBe(password)
})
