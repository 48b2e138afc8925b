import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axeCore from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { edit, heading } from './screen.ts'
import { test, type Visit } from './test.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  // Put into the page by `findings`.
  var axe: typeof axeCore
}

/** The tags by name: `target-size` is off otherwise. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Each screen in one of the four looks; together they meet both themes, both languages and both widths. */
const looks = [
  { width: 1280, dark: false, language: 'pt-BR' },
  { width: 1280, dark: true, language: 'en' },
  { width: 360, dark: true, language: 'pt-BR' },
  { width: 360, dark: false, language: 'en' },
] as const satisfies Visit[]

describe.each(looks)('at $width pixels, dark: $dark, in $language', (look) => {
  test('every screen is free of findings and fits the width', async ({ visit, office }) => {
    const brand = await office.make('brand', { name: `Marca ${looks.indexOf(look)}` })
    await office.make('brand', { name: `Filial ${looks.indexOf(look)}`, parent: brand.id })
    const customer = await office.make('customer', { name: 'Rosa Campos', brand: brand.id, mobilePhone: '11912345678' })
    await office.make('contact', { customer: customer.id, name: 'Bia Campos', email: 'bia@exemplo.com.br' })
    const contract = await office.make('contract', { customer: customer.id, licensePlate: 'ABC1D23' })
    const tabs = [
      'dados-pessoais',
      'atualizar-status',
      'documentos',
      'atualizar-login',
      'contratos',
      'endereco',
      'contatos',
    ]
    const paths = [
      '/customers',
      '/customers/new',
      ...tabs.map((tab) => `/customers/${customer.id}?tab=${tab}`),
      '/contracts',
      `/contracts/${contract.id}`,
      '/brands',
      `/brands/${brand.id}`,
      '/users',
      '/users/new',
      '/account/sessions',
      '/account/password',
      '/nowhere',
    ]
    const page = await visit(paths[0] ?? '/', look)

    const found: string[] = []
    for (const path of paths) {
      await page.goto(new URL(path, page.url()).href)
      await heading(page, /\S/)
      await page.waitForLoadState('networkidle')
      found.push(...(await findings(page, path)))
    }

    expect(found).toEqual([])
  })
})

test('a page that is being edited and its dialogs are free of findings', async ({ visit, office }) => {
  const customer = await office.make('customer', { name: 'Rosa Campos' })
  const page = await visit(`/customers/${customer.id}`, { provokes: [412] })
  await edit(page, 'Profissão', 'Piloto')
  const found = await findings(page, 'editing')

  await office.update('customer', customer, { occupation: 'Motorista' })
  await page.keyboard.press('Control+s')
  await page.getByRole('dialog').waitFor()
  found.push(...(await findings(page, 'conflict')))
  await page.getByRole('dialog').getByRole('button', { name: 'Voltar à edição' }).click()

  expect(found).toEqual([])
})

test('the page to sign in is free of findings, light and dark', async ({ visit }) => {
  const found: string[] = []
  for (const dark of [false, true]) {
    const page = await visit('/sign-in', { as: 'nobody', dark, width: 360, provokes: [401] })
    await heading(page, 'Entrar')
    found.push(...(await findings(page, `sign-in, dark: ${dark}`)))
  }
  expect(found).toEqual([])
})

/** What axe finds, and whether the page is wider than the window. */
async function findings(page: Page, place: string): Promise<string[]> {
  // As an expression of the debugger: the policy of the page lets no script in.
  await page.evaluate(source)
  const { violations } = await page.evaluate((only) => globalThis.axe.run(document, { runOnly: only }), tags)
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${place} ${id}: ${html.slice(0, 200)}`)),
    ...(isTooWide ? [`${place} is too wide`] : []),
  ]
}
