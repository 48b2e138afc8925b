import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Client } from '../client.ts'
import { screens } from './screens.ts'
import { test } from './test.ts'

/** What WCAG 2.2 AA asks for and a program can see. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Each language with each theme, on each width, in as few rounds as that takes. */
const looks = [
  { language: 'pt-BR', dark: false, width: 1280 },
  { language: 'pt-BR', dark: true, width: 360 },
  { language: 'en', dark: true, width: 1280 },
  { language: 'en', dark: false, width: 360 },
] as const

test.for(looks)(
  'every screen is open to everybody in $language, dark $dark, $width pixels wide',
  async (look, { visit, office }) => {
    const customer = await fill(office)
    const page = await visit('/customers', { ...look, provokes: [401, 404, 412, 422] })

    for (const [screen, open] of Object.entries(screens)) {
      await open({ page, language: look.language, office, customer })
      expect.soft(await violations(page), screen).toEqual([])
      expect.soft(await overflow(page), `${screen} scrolls sideways`).toBeLessThanOrEqual(0)
    }
  },
)

/** What axe complains about, as one reads it. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async (values) => {
    const { violations } = await window.axe.run({ runOnly: { type: 'tag', values } })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => [id, html, any[0]?.message ?? '']))
  }, tags)
  return found.map((parts) => parts.join(' · '))
}

/** By how many pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** A tree of brands, and customers in every state; the one that is filled in. */
async function fill(office: Client) {
  const root = await office.make('brand', { name: 'Rastrear Brasil' })
  const brand = await office.make('brand', { name: 'Rastrear Sul', parent: root.id, supportPhone: '1133334444' })
  await office.make('brand', { name: 'Rastrear Curitiba', parent: brand.id })
  for (const status of ['blocked', 'cancelled'])
    await office.make('customer', { brand: root.id, status, statusReason: 'A pedido', paymentStatus: 'defaulting' })
  const company = { personType: 'company', cnpj: null, tradeName: 'Frota' }
  await office.make('customer', { brand: brand.id, name: 'Transportes e Logística do Vale do Itajaí', ...company })
  const customer = await office.make('customer', {
    brand: brand.id,
    name: 'Maria Aparecida dos Santos Nascimento',
    birthDate: '1980-02-29',
    gender: 'female',
    occupation: 'Representante comercial',
    mobilePhone: '11987654321',
    postalCode: '80010000',
    city: 'Curitiba',
    state: 'PR',
    notes: 'Prefere ser chamada depois das 18 h.',
  })
  await office.make('contact', { customer: customer.id, relationship: 'spouse', mobilePhone: '11912345678' })
  return customer
}
