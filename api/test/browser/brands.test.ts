import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { choose, heading } from './screen.ts'
import { test } from './test.ts'

test('brands are listed as the tree they are', async ({ visit, office }) => {
  const root = await office.make('brand', { name: 'Árvore' })
  const middle = await office.make('brand', { name: 'Galho', parent: root.id })
  await office.make('brand', { name: 'Folha', parent: middle.id })
  const page = await visit('/brands')
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`\\b${name}\\b`) }).first()

  await row('Folha').waitFor()
  expect(await levels(page, ['Árvore', 'Galho', 'Folha'])).toEqual(['1', '2', '3'])

  await page.getByRole('button', { name: 'Esconder o que há abaixo de Árvore' }).click()

  await page.getByRole('link', { name: 'Galho' }).waitFor({ state: 'hidden' })
  expect(await page.getByRole('link', { name: 'Folha' }).count()).toBe(0)

  await page.getByRole('button', { name: 'Mostrar o que há abaixo de Árvore' }).click()

  await row('Folha').waitFor()
})

test('a brand is created below another, chosen from the tree', async ({ visit, office }) => {
  const root = await office.make('brand', { name: 'Matriz' })
  await office.make('brand', { name: 'Filial', parent: root.id })
  const page = await visit('/brands/new')
  await page.getByLabel(/^Nome/).fill('Posto')
  await page.getByRole('combobox', { name: 'Marca superior' }).fill('filial')
  await choose(page, 'Filial')

  await page.getByRole('button', { name: 'SALVAR', exact: true }).click()

  await heading(page, 'Posto')
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Marcas' }).click()
  await page.getByRole('link', { name: 'Posto', exact: true }).waitFor()
  expect(await levels(page, ['Matriz', 'Filial', 'Posto'])).toEqual(['1', '2', '3'])
})

test('a brand that is in use is not deleted, and says why', async ({ visit, office }) => {
  const root = await office.make('brand', { name: 'Ocupada' })
  const below = await office.make('brand', { name: 'Ocupante', parent: root.id })
  const page = await visit(`/brands/${root.id}`, { provokes: [409] })
  await page.getByRole('button', { name: 'Excluir' }).click()
  const dialog = page.getByRole('dialog', { name: 'Excluir “Ocupada”?' })

  await dialog.getByRole('button', { name: 'Excluir', exact: true }).click()

  await dialog
    .getByRole('alert')
    .getByText('Este registro ainda é usado por outros e não pode ser excluído. Remova primeiro o que aponta para ele.')
    .waitFor()
  await dialog.getByRole('button', { name: 'Cancelar' }).click()
  await heading(page, 'Ocupada')

  await page.getByRole('tab', { name: 'Submarcas' }).click()
  await page.getByRole('link', { name: 'Ocupante' }).click()
  await heading(page, 'Ocupante')
  await page.getByRole('button', { name: 'Excluir' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Excluir', exact: true }).click()

  await heading(page, /^Marcas/)
  expect((await office.read('brand', below.id)).status).toBe(404)
  expect((await office.read('brand', root.id)).status).toBe(200)
})

test('a list without any record says what to do', async ({ visit }) => {
  const page = await visit('/customers')

  await page.getByText('Os registros criados aparecem aqui. Comece criando um.').waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Novo cliente' }).last().click()

  await heading(page, 'Novo cliente')
})

/** How deep each of these brands stands in the list. */
function levels(page: Page, names: string[]): Promise<(string | null)[]> {
  return Promise.all(
    names.map((name) =>
      page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name }) })
        .getAttribute('aria-level'),
    ),
  )
}
