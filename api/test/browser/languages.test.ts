import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { words } from '../../src/contract/words/index.ts'
import { heading } from './screen.ts'
import { type OpenPage, test } from './test.ts'

test('who prefers English is met in English', async ({ visit }) => {
  const page = await visit('/', { as: 'nobody', language: 'en', provokes: [401] })

  await heading(page, 'Sign in')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
})

test('the language is changed on the screen, at once and for good', async ({ visit }) => {
  const page = await visit('/customers')
  await heading(page, /^Clientes/)
  await page.getByRole('button', { name: /^Conta de/ }).click()

  await page.getByRole('radio', { name: 'English' }).check({ force: true })

  await heading(page, /^Customers/)
  await page.reload()
  await heading(page, /^Customers/)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
})

test('in English no word of the screens is Portuguese', async ({ visit, office }) => {
  const { id } = await office.make('customer', { name: 'Xy' })
  await office.make('contact', { customer: id, name: 'Zw', relationship: 'spouse' })
  const contract = await office.make('contract', { customer: id, number: 'Q-1' })
  const portuguese = await portugueseTexts({ visit })
  const page = await visit('/customers', { language: 'en' })
  const found = new Map<string, string[]>()
  const look = async (screen: string) => {
    const texts = await textsOf(page)
    expect(texts.length).toBeGreaterThan(10)
    found.set(
      screen,
      texts.filter((text) => portuguese.has(text)),
    )
  }

  await page.getByRole('link', { name: 'Xy' }).waitFor()
  await look('list')
  await page.getByRole('button', { name: 'Status', exact: true }).first().click()
  await look('filter')
  const paths = [`customers/${id}`, 'customers/new', 'contracts', `contracts/${contract.id}`, 'brands', 'users']
  for (const path of [...paths, 'account/sessions', 'account/password']) {
    await page.goto(new URL(path, page.url()).href)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    await look(path)
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      await page.waitForLoadState('networkidle')
      await look(`${path}, ${await tab.innerText()}`)
    }
  }

  expect(Object.fromEntries([...found].filter(([, texts]) => texts.length > 0))).toEqual({})
})

/** The texts of the catalogue and of the definitions that English says otherwise. */
async function portugueseTexts({ visit }: { visit: OpenPage }): Promise<Set<string>> {
  const page = await visit('/account/password')
  const labels = (language: string) =>
    page.evaluate(async (accepted) => {
      const answer = await fetch('/api/meta', { headers: { 'Accept-Language': accepted } })
      const texts: string[] = []
      JSON.stringify(await answer.json(), (key, value) => {
        if (typeof value === 'string' && /^(label|title|help|\d+)$/.test(key)) texts.push(value)
        return value
      })
      return texts
    }, language)
  const english = new Set([...(await labels('en')), ...Object.values(words.en)])
  const portuguese = [...(await labels('pt-BR')), ...Object.values(words['pt-BR'])]
  return new Set(portuguese.filter((text) => !english.has(text) && text !== 'Português'))
}

/** Everything a page says to the eye or to a screen reader. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node.textContent ?? '')
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '')
    return texts.map((text) => text.replace(/[*·:]/g, '').trim()).filter((text) => text !== '')
  })
}
