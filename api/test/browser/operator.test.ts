import { expect } from 'vitest'
import { heading, names, pick, value } from './screen.ts'
import { signIn } from './sign-in.ts'
import { ana, test } from './test.ts'

test('somebody signs in, and finds the customers', async ({ visit }) => {
  const page = await visit('/', { as: 'nobody', provokes: [401] })

  await signIn(page, ana)
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Clientes' }).click()

  await heading(page, /^Clientes · \d+$/)
  expect(new URL(page.url()).pathname).toBe('/customers')
})

test('typing "joao" finds "João"', async ({ visit, office }) => {
  await office.make('customer', { name: 'João Conceição' })
  await office.make('customer', { name: 'Maria Conceição' })
  const page = await visit('/customers')

  await page.getByRole('searchbox', { name: 'Procurar em Clientes' }).fill('joao conc')

  await heading(page, 'Clientes · 1')
  expect(await names(page)).toEqual(['João Conceição'])
})

test('filters narrow the list to a brand with all below it, and to a status', async ({ visit, office }) => {
  const root = await office.make('brand', { name: 'Estrela' })
  const south = await office.make('brand', { name: 'Estrela Sul', parent: root.id })
  await office.make('customer', { name: 'Beto Estrela', brand: root.id })
  await office.make('customer', { name: 'Caio Estrela', brand: south.id, status: 'blocked', statusReason: 'Pedido' })
  await office.make('customer', { name: 'Davi Estrela', brand: south.id })
  await office.make('customer', { name: 'Otto Planeta' })
  const page = await visit('/customers')
  const filters = page.getByRole('region', { name: 'Filtros' })

  await filters.getByRole('button', { name: 'Marca', exact: true }).click()
  await pick(page.getByRole('dialog', { name: 'Marca' }).getByRole('combobox'), 'Estrela')
  await filters.getByRole('button', { name: 'Marca é Estrela ou abaixo', exact: true }).waitFor()

  await expect.poll(() => names(page)).toEqual(['Beto Estrela', 'Caio Estrela', 'Davi Estrela'])

  await filters.getByRole('button', { name: 'Status', exact: true }).click()
  await page.getByRole('dialog', { name: 'Status' }).getByRole('checkbox', { name: 'Bloqueado' }).check()

  await expect.poll(() => names(page)).toEqual(['Caio Estrela'])

  await filters.getByRole('button', { name: 'Limpar tudo' }).click()

  await expect.poll(() => names(page)).toContain('Otto Planeta')
})

test('a click on the head of a column sorts, and pages follow one another', async ({ visit, office }) => {
  const brand = await office.make('brand', { name: 'Numerada' })
  for (let number = 10; number < 40; number += 1)
    await office.make('customer', { name: `Cliente ${number}`, brand: brand.id })
  const page = await visit(`/customers?brand=${brand.id}`)
  await heading(page, 'Clientes · 30')

  await page.getByRole('button', { name: 'Nome / Razão social' }).click()

  await expect.poll(() => names(page)).toContain('Cliente 39')
  expect((await names(page))[0]).toBe('Cliente 39')
  expect(await page.getByRole('columnheader', { name: 'Nome / Razão social' }).getAttribute('aria-sort')).toBe(
    'descending',
  )

  await page.getByRole('button', { name: 'Próxima página' }).click()

  await expect.poll(() => names(page)).toEqual([14, 13, 12, 11, 10].map((number) => `Cliente ${number}`))
  await page.getByText('26–30 de 30').waitFor()
})

test('a click on a name opens the customer, a click on a value edits it, and SALVAR keeps it', async ({
  visit,
  office,
}) => {
  await office.make('customer', { name: 'Raquel Salgado', occupation: 'Motorista' })
  const page = await visit('/customers')
  await page.getByRole('searchbox').fill('salgado')
  await page.getByRole('link', { name: 'Raquel Salgado' }).click()
  await heading(page, 'Raquel Salgado')

  await value(page, 'Profissão', 'Motorista').click()
  await page.getByRole('textbox', { name: 'Profissão' }).fill('Engenheira')
  await page.getByRole('button', { name: 'SALVAR · 1 alteração' }).click()

  await page.getByText('Cliente: alterações salvas.').first().waitFor()
  await page.getByText('Nenhuma alteração').waitFor()

  await page.reload()

  await value(page, 'Profissão', 'Engenheira').waitFor()
})

test('contacts are added, edited and deleted inside the customer', async ({ visit, office }) => {
  const customer = await office.make('customer', { name: 'Família Moreira' })
  const page = await visit(`/customers/${customer.id}?tab=contatos`)
  const contacts = page.getByRole('table', { name: 'Lista de Contatos' })

  await page.getByRole('button', { name: 'Adicionar contato' }).click()
  await page.getByRole('textbox', { name: 'Nome' }).fill('Inês Moreira')
  await page.getByRole('textbox', { name: 'Celular' }).fill('11987654321')
  await page.getByRole('button', { name: 'Salvar contato' }).click()

  await contacts.getByRole('row', { name: /Inês Moreira.*\(11\) 98765-4321/ }).waitFor()

  await page.getByRole('button', { name: 'Editar Inês Moreira' }).click()
  await page.getByRole('textbox', { name: 'Nome' }).fill('Inês Moreira Dias')
  await page.getByRole('button', { name: 'Salvar contato' }).click()

  await contacts.getByRole('row', { name: /Inês Moreira Dias/ }).waitFor()

  await page.getByRole('button', { name: 'Excluir Inês Moreira Dias' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Excluir', exact: true }).click()

  await page.getByText('Nada cadastrado aqui ainda.').waitFor()
  expect((await office.list('contact', `customer=${customer.id}`)).body).toEqual([])
})
