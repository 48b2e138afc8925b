import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { hasFocus, heading, value } from './screen.ts'
import { ana, test } from './test.ts'

test('a customer is found, opened, edited and saved without a mouse', async ({ visit, office }) => {
  const { id } = await office.make('customer', { name: 'Tereza Teclado', occupation: 'Motorista' })
  const page = await visit('/customers', { as: 'nobody', provokes: [401] })
  const { keyboard } = page
  await heading(page, 'Entrar')

  await keyboard.type(ana.email)
  await keyboard.press('Tab')
  await keyboard.type(ana.password)
  await keyboard.press('Enter')
  await heading(page, /^Clientes/)

  await keyboard.press('/')
  await keyboard.type('teclado')
  await heading(page, 'Clientes · 1')
  await tabTo(page, page.getByRole('link', { name: 'Tereza Teclado' }))
  await keyboard.press('Enter')
  await heading(page, 'Tereza Teclado')

  await tabTo(page, value(page, 'Profissão', 'Motorista'))
  await keyboard.press('Enter')
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('Maestrina')
  await keyboard.press('Control+s')

  await page.getByText('Nenhuma alteração').waitFor()
  await keyboard.press('Escape')
  await expect.poll(() => hasFocus(value(page, 'Profissão', 'Maestrina'))).toBe(true)
  expect((await office.read('customer', id)).body).toMatchObject({ occupation: 'Maestrina' })
})

test('keys of one character move through the list and open what they stand on', async ({ visit, office }) => {
  const brand = await office.make('brand')
  for (const name of ['Alfa', 'Beta', 'Gama']) await office.make('customer', { name, brand: brand.id })
  const page = await visit(`/customers?brand=${brand.id}`)
  await page.getByRole('link', { name: 'Gama' }).waitFor()

  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key)
  expect(await hasFocus(page.getByRole('link', { name: 'Beta' }))).toBe(true)

  await page.keyboard.press('.')
  const open = page.getByRole('menuitem', { name: 'Abrir', exact: true })
  await open.waitFor()
  await page.keyboard.press('Escape')
  await open.waitFor({ state: 'hidden' })
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await heading(page, 'Alfa')
})

test('the tabs of a record open with the arrows, and lead into what they show', async ({ visit, office }) => {
  const { id } = await office.make('customer')
  const page = await visit(`/customers/${id}`)
  await tabTo(page, page.getByRole('tab', { name: 'Dados pessoais' }))

  for (let steps = 0; steps < 5; steps += 1) await page.keyboard.press('ArrowRight')

  expect(await hasFocus(page.getByRole('tab', { name: 'Endereço' }))).toBe(true)
  const first = page.getByRole('button', { name: /^CEP/ })
  await first.waitFor()
  await page.keyboard.press('Tab')
  expect(await hasFocus(first)).toBe(true)
})

test.for(['/customers', '/customers/1', '/customers/new', '/account/password'])(
  'on %s every stop of the Tab key shows that it has the focus, and nothing lies over it',
  async (path, { visit, office }) => {
    await office.make('customer')
    const page = await visit(path, { width: 1000 })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')

    const stops = await walk(page, 36)

    expect(stops.length).toBeGreaterThan(8)
    expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([])
    expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([])
  },
)

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 80; presses += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${target}`)
}

/** Where the Tab key stops. */
interface Stop {
  name: string
  /** No sticky bar lies over it (WCAG 2.4.11). */
  isSeen: boolean
  /** It looks other than without the focus (WCAG 2.4.7). */
  isMarked: boolean
}

/** Presses Tab until the focus leaves the page, or often enough. */
async function walk(page: Page, most: number): Promise<Stop[]> {
  const stops: Stop[] = []
  while (stops.length < most) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    if ((await focused.count()) === 0) break
    const { name, isSeen, clip } = await focused.evaluate(describe)
    const marked = await page.screenshot({ clip })
    await focused.evaluate((element) => element instanceof HTMLElement && element.blur())
    const plain = await page.screenshot({ clip })
    stops.push({ name, isSeen, isMarked: !marked.equals(plain) })
  }
  return stops
}

/** Runs in the page. */
function describe(element: Element) {
  const { left, top, width, height } = element.getBoundingClientRect()
  const points = [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => [left + width * part, top + height / 2] as const)
  const [edge, x, y] = [8, Math.max(0, left - 8), Math.max(0, top - 8)]
  return {
    name: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent ?? ''}`.trim(),
    isSeen: points.some(([x, y]) => isClear(document.elementFromPoint(x, y))),
    clip: {
      x,
      y,
      width: Math.max(1, Math.min(width + 2 * edge, innerWidth - x)),
      height: Math.max(1, Math.min(height + 2 * edge, innerHeight - y)),
    },
  }

  /** Nothing that stays in place while the page scrolls lies between. */
  function isClear(from: Element | null): boolean {
    if (!from) return false
    for (let at: Element | null = from; at && !at.contains(element); at = at.parentElement)
      if (/sticky|fixed|absolute/.test(getComputedStyle(at).position)) return false
    return true
  }
}
