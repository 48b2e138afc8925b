import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { say, type WordKey } from '../../src/contract/words/index.ts'
import type { Client, Made } from '../client.ts'

/** Somebody who looks at screen after screen, in one language. */
export interface Tour {
  page: Page
  language: 'pt-BR' | 'en'
  office: Client
  /** A customer with everything filled in, and a contact. */
  customer: Made
}

/** Every screen there is, and how one comes to see it. What a screen is called here, failed expectations name. */
export const screens: Readonly<Record<string, (tour: Tour) => Promise<void>>> = {
  async list(tour) {
    await go(tour, '/customers')
    await tour.page.locator('[data-record]').first().waitFor()
  },

  async 'list with an open filter'(tour) {
    await go(tour, '/customers?status=active')
    const chips = tour.page.getByRole('region', { name: word(tour, 'list.filters') })
    await chips.locator('[aria-haspopup="dialog"]').nth(1).click()
    await tour.page.getByRole('dialog').getByRole('checkbox').first().waitFor()
  },

  async 'list with a tree to choose from'(tour) {
    await go(tour, '/customers')
    const chips = tour.page.getByRole('region', { name: word(tour, 'list.filters') })
    await chips.locator('[aria-haspopup="dialog"]').first().click()
    await tour.page.getByRole('dialog').getByRole('combobox').click()
    await tour.page.getByRole('treeitem').first().waitFor()
  },

  async 'menu of a row'(tour) {
    await go(tour, '/customers')
    await tour.page.locator('[data-menu]').first().click()
    await tour.page.getByRole('menuitem').first().waitFor()
  },

  async 'help on the keys'(tour) {
    await go(tour, '/customers')
    await tour.page.keyboard.press('?')
    await tour.page.getByRole('dialog').waitFor()
  },

  async 'nothing found'(tour) {
    await go(tour, '/customers')
    await tour.page.getByRole('searchbox').fill('não há ninguém assim')
    await tour.page.getByText(word(tour, 'list.none.title')).first().waitFor()
  },

  async 'menu of the person'(tour) {
    await go(tour, '/customers')
    await tour.page.getByRole('button', { name: new RegExp(`^${word(tour, 'shell.person')}`) }).click()
    await tour.page.getByRole('radio').first().waitFor()
  },

  async record(tour) {
    await go(tour, `/customers/${tour.customer.id}`)
  },

  async 'record, status'(tour) {
    await tab(tour, 1)
  },

  async 'record, address'(tour) {
    await tab(tour, 2)
  },

  async 'record, contacts'(tour) {
    await tab(tour, 3)
    await tour.page.getByRole('tabpanel').getByRole('button').first().waitFor()
  },

  async 'record, a contact in the making'(tour) {
    await tab(tour, 3)
    await tour.page.locator('[data-edit="new"]').click()
    await tour.page.getByRole('form').getByRole('textbox').first().waitFor()
  },

  async 'record being edited'(tour) {
    await go(tour, `/customers/${tour.customer.id}`)
    await type(tour, 'X')
  },

  async 'record left with something unsaved'(tour) {
    await go(tour, `/customers/${tour.customer.id}`)
    await type(tour, 'X')
    await tour.page.goBack()
    await tour.page.getByRole('dialog', { name: word(tour, 'record.leave.title') }).waitFor()
    await tour.page.getByRole('button', { name: word(tour, 'record.leave.go') }).focus()
  },

  async 'choosing between two changes'(tour) {
    const { page, office, customer, language } = tour
    await go(tour, `/customers/${customer.id}`)
    await type(tour, language)
    const { body: now } = await office.read('customer', customer.id)
    await office.update('customer', now, { name: `Nome de outra pessoa ${now.version}` })
    await page.keyboard.press('Control+s')
    await page.getByRole('dialog', { name: word(tour, 'conflict.title') }).waitFor()
  },

  async 'deleting a record'(tour) {
    await go(tour, `/customers/${tour.customer.id}`)
    await tour.page.getByRole('button', { name: word(tour, 'record.delete'), exact: true }).click()
    await tour.page.getByRole('dialog').waitFor()
  },

  async 'new record'(tour) {
    await go(tour, '/customers/new')
    await tour.page.getByRole('textbox').first().waitFor()
  },

  async 'new record, refused'(tour) {
    await go(tour, '/customers/new')
    await tour.page.getByRole('button', { name: word(tour, 'record.create'), exact: true }).click()
    await tour.page.locator('[aria-invalid="true"]').first().waitFor()
  },

  async 'tree of brands'(tour) {
    await go(tour, '/brands')
    await tour.page.locator('[data-record]').first().waitFor()
  },

  async users(tour) {
    await go(tour, '/users')
    await tour.page.locator('[data-record]').first().waitFor()
  },

  async 'a user'(tour) {
    await go(tour, '/users/1')
    await tour.page.locator('input[type="password"]').first().waitFor()
  },

  async sessions(tour) {
    await go(tour, '/account/sessions')
    await tour.page.getByText(word(tour, 'session.this')).waitFor()
  },

  async 'change of password'(tour) {
    await go(tour, '/account/password')
  },

  async 'no such page'(tour) {
    await go(tour, '/nowhere')
  },

  async 'no such record'(tour) {
    await go(tour, '/customers/999999')
    await tour.page.getByRole('heading', { name: word(tour, 'record.missing.title') }).waitFor()
  },

  async 'signing in again'(tour) {
    await go(tour, '/brands')
    await tour.page.context().clearCookies()
    await tour.page.locator('[data-record]').first().click()
    await tour.page.getByRole('dialog', { name: word(tour, 'signIn.again.title') }).waitFor()
  },

  async 'signing in'(tour) {
    await go(tour, '/sign-in')
    await tour.page.getByRole('textbox').first().waitFor()
  },
}

async function go({ page }: Tour, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0)
}

async function tab(tour: Tour, at: number): Promise<void> {
  await go(tour, `/customers/${tour.customer.id}`)
  await tour.page.getByRole('tab').nth(at).click()
}

/** Types at the end of the first field of a record. */
async function type({ page }: Tour, text: string): Promise<void> {
  await page.getByRole('tabpanel').locator('[data-control] button').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(text)
}

function word({ language }: Tour, key: WordKey): string {
  return say(language, key)
}
