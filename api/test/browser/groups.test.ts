import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { heading } from './screen.ts'
import { test } from './test.ts'

const cell = (page: Page, name: string): Locator => page.getByRole('button', { name: new RegExp(`^${name}: `) })

/** Gives the group one more rule about a cell of its matrix, for every record. */
async function add(page: Page, name: string, effect: 'Permitir' | 'Impedir'): Promise<void> {
  await cell(page, name).click()
  const drawer = page.getByRole('dialog', { name: name.replace(', ', ' · ') })
  await drawer.getByRole('button', { name: effect }).click()
  await drawer.getByRole('group', { name: 'Regra 1' }).or(drawer.getByRole('region')).first().waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
}

test('a rule that gives more is saved once its author has read what it gives', async ({ visit, office }) => {
  const group = await office.make('permissionGroup', { name: 'Balcão', audience: 'staff' })
  await office.make('user', { name: 'Eva Sá', groups: [group.id] })
  await office.make('customer', { name: 'Olga Prado' })
  const page = await visit(`/permission-groups/${group.id}`)
  await heading(page, 'Balcão')

  await add(page, 'Clientes, Ver', 'Permitir')
  expect(await cell(page, 'Clientes, Ver').getAttribute('aria-label')).toContain('Tudo')
  await page.getByRole('button', { name: 'SALVAR · 1 alteração' }).click()
  const question = page.getByRole('dialog', { name: 'Esta alteração amplia permissões' })
  await question.getByText('Pessoas atingidas: 1 (Eva Sá).').waitFor()
  await question.getByRole('button', { name: 'Voltar à edição' }).click()
  expect((await office.read('permissionGroup', group.id)).body.rules).toEqual([])

  await page.getByRole('button', { name: 'SALVAR · 1 alteração' }).click()
  await question.getByRole('button', { name: 'Salvar e ampliar' }).click()

  await page.getByText('Nenhuma alteração').waitFor()
  expect((await office.read('permissionGroup', group.id)).body.rules).toMatchObject([
    { actions: ['read'], subject: 'customer' },
  ])
})

test('two windows that change the rules of one group are told of each other in words, and nothing is lost', async ({
  visit,
  office,
}) => {
  const group = await office.make('permissionGroup', { name: 'Oficina', audience: 'staff' })
  const [one, two] = [
    await visit(`/permission-groups/${group.id}`),
    await visit(`/permission-groups/${group.id}`, { provokes: [412] }),
  ]
  await add(one, 'Contatos, Ver', 'Permitir')
  await add(two, 'Contatos, Ver', 'Impedir')
  await one.getByRole('button', { name: 'SALVAR · 1 alteração' }).click()
  await one.getByRole('button', { name: 'Salvar e ampliar' }).click()
  await one.getByText('Nenhuma alteração').waitFor()

  await two.getByRole('button', { name: 'SALVAR · 1 alteração' }).click()

  const dialog = two.getByRole('dialog', { name: 'Outra pessoa alterou este registro' })
  await dialog.getByText('Contatos: permite ver, sempre.').waitFor()
  await dialog.getByRole('radio', { name: /impede ver/ }).check()
  await dialog.getByRole('button', { name: 'Salvar com estas escolhas' }).click()
  await two.getByText('Nenhuma alteração').waitFor()
  expect((await office.read('permissionGroup', group.id)).body.rules).toMatchObject([
    { actions: ['read'], subject: 'contact', inverted: true },
  ])
})

test('the panel is seen as a group sees it, framed and read only, and left again', async ({ visit, office }) => {
  const rules = [{ actions: ['read'], subject: 'customer', fields: ['name', 'email'] }]
  const group = await office.make('permissionGroup', { name: 'Recepção', audience: 'staff', rules })
  const customer = await office.make('customer', { name: 'Ivo Lima', occupation: 'Piloto' })
  const page = await visit(`/permission-groups/${group.id}`)
  await page.getByRole('button', { name: 'Mais ações' }).click()
  await page.getByRole('menuitem', { name: /^Ver como/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Ver como|^Começar/ })
    .click()

  await page.getByText('Vendo como o grupo Recepção').waitFor()
  await page.goto(`${new URL(page.url()).origin}/customers/${customer.id}`)
  await heading(page, 'Ivo Lima')
  expect(await page.getByText('Piloto').count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Excluir' }).count()).toBe(0)

  await page.getByRole('button', { name: 'Sair', exact: true }).click()
  await page.getByText('Vendo como o grupo Recepção').waitFor({ state: 'hidden' })
  await page.goto(`${new URL(page.url()).origin}/customers/${customer.id}`)
  await page.getByText('Piloto').waitFor()
})
