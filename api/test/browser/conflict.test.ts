import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Client } from '../client.ts'
import { edit, heading, value } from './screen.ts'
import { type OpenPage, test } from './test.ts'

test('two people changed one field: the dialog shows what it was and both values, and mine is saved', async ({
  visit,
  office,
}) => {
  const { page, id } = await bothChange({ visit, office })
  const dialog = page.getByRole('dialog', { name: 'Outra pessoa alterou este registro' })
  const job = dialog.getByRole('group', { name: 'Profissão' })
  const save = dialog.getByRole('button', { name: 'Salvar com estas escolhas' })

  await job.getByText('Antes').waitFor()
  expect(await job.innerText()).toMatch(/Antes\s+Motorista\s+Da outra pessoa\s+Contadora\s+Meu\s+Piloto/)
  expect(await save.isDisabled()).toBe(true)
  await dialog.getByText('Alterações da outra pessoa que ficam: Código externo.').waitFor()
  await dialog.getByText('Suas alterações que ficam: Nome / Razão social.').waitFor()

  await job.getByRole('radio', { name: /^Meu/ }).click()
  await save.click()

  await dialog.waitFor({ state: 'hidden' })
  await heading(page, 'Rosa Novaes')
  await value(page, 'Profissão', 'Piloto').waitFor()
  expect((await office.read('customer', id)).body).toMatchObject({
    name: 'Rosa Novaes',
    occupation: 'Piloto',
    externalReference: 'B2',
    version: 3,
  })
})

test('two people changed one field: theirs can stay', async ({ visit, office }) => {
  const { page, id } = await bothChange({ visit, office })
  const dialog = page.getByRole('dialog', { name: 'Outra pessoa alterou este registro' })

  await dialog.getByRole('radio', { name: /^Da outra pessoa/ }).click()
  await dialog.getByRole('button', { name: 'Salvar com estas escolhas' }).click()

  await value(page, 'Profissão', 'Contadora').waitFor()
  await page.getByText('Nenhuma alteração').waitFor()
  expect((await office.read('customer', id)).body).toMatchObject({ name: 'Rosa Novaes', occupation: 'Contadora' })
})

test('back from the dialog, everything is as it was typed', async ({ visit, office }) => {
  const { page, id } = await bothChange({ visit, office })

  await page.getByRole('dialog').getByRole('button', { name: 'Voltar à edição' }).click()

  await value(page, 'Profissão', 'Piloto').waitFor()
  await page.getByRole('button', { name: 'SALVAR · 2 alterações' }).waitFor()
  expect((await office.read('customer', id)).body).toMatchObject({ occupation: 'Contadora', version: 2 })
})

test('what somebody else deleted cannot be saved, and says so', async ({ visit, office }) => {
  const customer = await office.make('customer', { occupation: 'Motorista' })
  const page = await visit(`/customers/${customer.id}`, { provokes: [404] })
  await edit(page, 'Profissão', 'Piloto')
  await office.remove('customer', customer)

  await page.keyboard.press('Control+s')

  await page.getByRole('alert').getByText('Este registro não existe ou você não pode vê-lo.').waitFor()
  await value(page, 'Profissão', 'Piloto').waitFor()
})

/** Somebody saves two fields of a customer while Ana has it open, changes one of the same, and saves. */
async function bothChange({ visit, office }: { visit: OpenPage; office: Client }): Promise<{ page: Page; id: number }> {
  const customer = await office.make('customer', {
    name: 'Rosa Campos',
    occupation: 'Motorista',
    externalReference: 'B1',
  })
  const page = await visit(`/customers/${customer.id}`, { provokes: [412] })
  await edit(page, 'Nome / Razão social', 'Rosa Novaes')
  await edit(page, 'Profissão', 'Piloto')
  await office.update('customer', customer, { occupation: 'Contadora', externalReference: 'B2' })

  await page.getByRole('button', { name: 'SALVAR · 2 alterações' }).click()
  return { page, id: customer.id }
}
