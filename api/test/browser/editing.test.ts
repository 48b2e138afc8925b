import { expect } from 'vitest'
import { choose, edit, hasFocus, heading, value } from './screen.ts'
import { test } from './test.ts'

test('Escape takes back what was typed into a field', async ({ visit, office }) => {
  const { id } = await office.make('customer', { occupation: 'Motorista' })
  const page = await visit(`/customers/${id}`)
  await value(page, 'Profissão', 'Motorista').click()
  await page.getByRole('textbox', { name: 'Profissão' }).fill('Piloto')

  await page.keyboard.press('Escape')

  expect(await hasFocus(value(page, 'Profissão', 'Motorista'))).toBe(true)
  await page.getByText('Nenhuma alteração').waitFor()
})

test('the bar counts the changes, Desfazer takes them all back and Refazer brings them again', async ({
  visit,
  office,
}) => {
  const { id } = await office.make('customer', { occupation: 'Motorista', externalReference: 'A1' })
  const page = await visit(`/customers/${id}`)
  await edit(page, 'Profissão', 'Piloto')
  await edit(page, 'Código externo', 'A2')
  await page.getByRole('button', { name: 'SALVAR · 2 alterações' }).waitFor()

  await page.getByRole('button', { name: 'Desfazer', exact: true }).click()

  await value(page, 'Profissão', 'Motorista').waitFor()
  await value(page, 'Código externo', 'A1').waitFor()
  await page.getByText('Nenhuma alteração').waitFor()

  await page.getByRole('button', { name: 'Refazer' }).click()

  await page.getByRole('button', { name: 'SALVAR · 2 alterações' }).waitFor()
})

test('Ctrl+S saves what is still being typed', async ({ visit, office }) => {
  const customer = await office.make('customer', { occupation: 'Motorista' })
  const page = await visit(`/customers/${customer.id}`)
  await value(page, 'Profissão', 'Motorista').click()
  await page.getByRole('textbox', { name: 'Profissão' }).fill('Piloto')

  await page.keyboard.press('Control+s')

  await page.getByText('Nenhuma alteração').waitFor()
  expect((await office.read('customer', customer.id)).body).toMatchObject({ occupation: 'Piloto', version: 2 })
})

test('a page with something unsaved is not left without asking', async ({ visit, office }) => {
  const { id } = await office.make('customer', { name: 'Olga Prado', occupation: 'Motorista' })
  const page = await visit('/customers')
  await page.getByRole('link', { name: 'Olga Prado' }).click()
  await edit(page, 'Profissão', 'Piloto')
  const question = page.getByRole('dialog', { name: 'Sair sem salvar?' })

  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Usuários' }).click()
  await question.getByRole('button', { name: 'Continuar editando' }).click()

  await question.waitFor({ state: 'hidden' })
  await value(page, 'Profissão', 'Piloto').waitFor()

  await page.goBack()
  await question.getByRole('button', { name: 'Continuar editando' }).click()

  await heading(page, 'Olga Prado')
  await value(page, 'Profissão', 'Piloto').waitFor()

  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Usuários' }).click()
  await question.getByRole('button', { name: 'Descartar e sair' }).click()

  await heading(page, /^Usuários/)
  expect((await office.read('customer', id)).body).toMatchObject({ occupation: 'Motorista' })
})

test('the browser asks before it reloads a page with something unsaved', async ({ visit, office }) => {
  const { id } = await office.make('customer', { occupation: 'Motorista' })
  const page = await visit(`/customers/${id}`)
  await edit(page, 'Profissão', 'Piloto')
  const asked = page.waitForEvent('dialog')

  await page.evaluate(() => setTimeout(() => location.reload()))

  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await value(page, 'Profissão', 'Piloto').waitFor()
})

test('what the API refuses stands under its field, in its tab, and nothing that was typed is lost', async ({
  visit,
  office,
}) => {
  const { id } = await office.make('customer', { street: 'Rua Velha' })
  const page = await visit(`/customers/${id}`, { provokes: [422] })
  await edit(page, 'E-mail', 'sem arroba')
  await page.getByRole('tab', { name: 'Endereço' }).click()
  await edit(page, 'Logradouro', 'Rua Nova')

  await page.getByRole('button', { name: 'SALVAR · 2 alterações' }).click()

  const email = page.getByRole('textbox', { name: 'E-mail' })
  await expect.poll(() => hasFocus(email)).toBe(true)
  expect(await email.inputValue()).toBe('sem arroba')
  expect(await email.getAttribute('aria-invalid')).toBe('true')
  await page.getByText('Este e-mail não é válido. Use o formato nome@exemplo.com.br.').waitFor()
  await page.getByRole('tab', { name: 'Endereço' }).click()
  await value(page, 'Logradouro', 'Rua Nova').waitFor()
})

test('a change of status asks for its reason', async ({ visit, office }) => {
  const { id } = await office.make('customer')
  const page = await visit(`/customers/${id}?tab=atualizar-status`, { provokes: [422] })
  await value(page, 'Status', 'Ativo').click()
  await choose(page, 'Bloqueado')

  await page.keyboard.press('Control+s')

  await page.getByText('Diga o motivo da mudança.').waitFor()
  const reason = page.getByRole('textbox', { name: 'Motivo da alteração' })
  await expect.poll(() => hasFocus(reason)).toBe(true)

  await reason.fill('Pediu por telefone')
  await page.keyboard.press('Control+s')

  await page.getByText('Nenhuma alteração').waitFor()
  expect((await office.read('customer', id)).body).toMatchObject({
    status: 'blocked',
    statusReason: 'Pediu por telefone',
    platformAccess: false,
  })
})
