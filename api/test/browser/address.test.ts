import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { heading, names } from './screen.ts'
import { test } from './test.ts'

test('filters, sorting and page stand in the address, and survive a reload and Back', async ({ visit, office }) => {
  const brand = await office.make('brand')
  for (let number = 10; number < 38; number += 1)
    await office.make('customer', { name: `Linha ${number}`, brand: brand.id })
  const page = await visit(`/customers?brand=${brand.id}`)
  await page.getByRole('button', { name: 'Nome / Razão social' }).click()
  await expect.poll(() => names(page)).toContain('Linha 37')
  await page.getByRole('button', { name: 'Próxima página' }).click()
  const last = ['Linha 12', 'Linha 11', 'Linha 10']
  await expect.poll(() => names(page)).toEqual(last)
  expect(searchOf(page)).toEqual({ brand: String(brand.id), _sort: 'name', _order: 'desc', _start: '25', _end: '50' })

  await page.reload()

  await expect.poll(() => names(page)).toEqual(last)

  await page.getByRole('link', { name: 'Linha 11' }).click()
  await heading(page, 'Linha 11')
  await page.goBack()

  await expect.poll(() => names(page)).toEqual(last)

  await page.goBack()

  await expect.poll(() => names(page)).toContain('Linha 37')
})

test('what is searched, and filters on personal fields, stay out of the address but not out of Back', async ({
  visit,
  office,
}) => {
  await office.make('customer', { name: 'Sônia Reservada' })
  await office.make('customer', { name: 'Sônia Pública' })
  const page = await visit('/customers')
  await page.getByRole('searchbox').fill('sonia')
  await expect.poll(() => names(page)).toHaveLength(2)
  await page.getByRole('button', { name: 'Adicionar outro filtro' }).click()
  await page.getByRole('menuitem', { name: 'Nome / Razão social' }).click()
  await page.getByRole('dialog', { name: 'Nome / Razão social' }).getByRole('textbox').fill('reserv')
  await expect.poll(() => names(page)).toEqual(['Sônia Reservada'])
  await page.getByRole('button', { name: /^Nome \/ Razão social contém “reserv”/ }).waitFor()
  expect(page.url()).not.toMatch(/sonia|reserv|[?]/i)

  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Sônia Reservada' }).click()
  await heading(page, 'Sônia Reservada')
  await page.goBack()

  await expect.poll(() => names(page)).toEqual(['Sônia Reservada'])
  expect(await page.getByRole('searchbox').inputValue()).toBe('sonia')
})

test('a search in a pasted address works, and leaves the address', async ({ visit, office }) => {
  await office.make('customer', { name: 'Paulina Colada' })
  const page = await visit('/customers?q=colada&status=active')

  await expect.poll(() => names(page)).toEqual(['Paulina Colada'])
  expect(searchOf(page)).toEqual({ status: 'active' })
})

test('a filter nobody understands is named, left out, and taken away with a click', async ({ visit, office }) => {
  await office.make('customer', { name: 'Vista Assim Mesmo' })
  const page = await visit('/customers?method=delete&colour=blue')
  await page.getByText('Filtro desconhecido: colour=blue').waitFor()
  await heading(page, /^Clientes · \d+$/)

  for (const text of ['colour=blue', 'method=delete'])
    await page.getByRole('button', { name: `Tirar do endereço o filtro desconhecido ${text}` }).click()

  await expect.poll(() => searchOf(page)).toEqual({})
})

test('no address does anything but read', async ({ visit, office }) => {
  const { id } = await office.make('customer', { name: 'Intacta' })
  const page = await visit('/customers')
  const written: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') written.push(`${request.method()} ${request.url()}`)
  })
  const go = (path: string) => page.goto(new URL(path, page.url()).href)

  for (const query of ['?method=delete', '?_method=DELETE', '?tab=__proto__', '?tab=contatos&id=2']) {
    await go(`/customers/${id}${query}`)
    await heading(page, 'Intacta')
  }
  for (const odd of [
    `${id}.0`,
    `${id}e0`,
    `%20${id}`,
    `0${id}`,
    `-${id}`,
    '0x1',
    '1%2F..%2F2',
    '99999999999999999999',
  ]) {
    await go(`/customers/${odd}`)
    await heading(page, 'Registro não encontrado')
  }
  for (const path of ['/constructor', '/__proto__', '/customers/1/delete']) {
    await go(path)
    await heading(page, 'Página não encontrada')
  }
  expect(written).toEqual([])
  expect((await office.read('customer', id)).body).toMatchObject({ version: 1 })
})

test('a record that is not there says so', async ({ visit }) => {
  const page = await visit('/customers/999999', { provokes: [404] })

  await heading(page, 'Registro não encontrado')
  await page.getByRole('button', { name: 'Voltar à lista' }).click()

  await heading(page, /^Clientes/)
})

test('a list that did not load says so, and loads on demand', async ({ visit, office }) => {
  await office.make('customer', { name: 'Enfim Carregada' })
  const page = await visit('/brands', { provokes: ['ERR_FAILED'] })
  await page.route('**/api/customers?**', (route) => route.abort())

  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Clientes' }).click()

  await page.getByText('Sem conexão com o servidor. Verifique a rede e tente de novo.').waitFor()

  await page.unroute('**/api/customers?**')
  await page.getByRole('button', { name: 'Tentar de novo' }).click()
  await page.getByRole('searchbox').fill('enfim')

  await expect.poll(() => names(page)).toEqual(['Enfim Carregada'])
})

test('a search that finds nothing offers the way back', async ({ visit, office }) => {
  await office.make('customer')
  const page = await visit('/customers?status=active')
  await page.getByRole('searchbox').fill('não há ninguém assim')
  await page.getByText('Nada corresponde à busca e aos filtros. Tente com menos.').waitFor()

  await page.getByRole('button', { name: 'Limpar busca e filtros' }).click()

  await expect.poll(() => page.getByRole('rowheader').count()).toBeGreaterThan(0)
  expect(searchOf(page)).toEqual({})
})

function searchOf(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams)
}
