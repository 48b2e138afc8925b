import { expect } from 'vitest'
import { edit, value } from './screen.ts'
import { test } from './test.ts'

test('a save without a network says so and keeps what was typed; with the network back it goes through', async ({
  visit,
  office,
}) => {
  const customer = await office.make('customer', { occupation: 'Motorista' })
  const page = await visit(`/customers/${customer.id}`, { provokes: ['ERR_INTERNET_DISCONNECTED'] })
  await edit(page, 'Profissão', 'Piloto')

  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'SALVAR · 1 alteração' }).click()

  await page.getByText('Sem conexão com o servidor.').first().waitFor()
  await value(page, 'Profissão', 'Piloto').waitFor()
  expect((await office.read('customer', customer.id)).body).toMatchObject({ occupation: 'Motorista' })

  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'SALVAR · 1 alteração' }).click()

  await page.getByText('Nenhuma alteração').waitFor()
  expect((await office.read('customer', customer.id)).body).toMatchObject({ occupation: 'Piloto' })
})
