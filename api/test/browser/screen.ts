import type { Locator, Page } from 'playwright-core'

/** Waits for the heading of the page. */
export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

/** What the first column of the list says. */
export function names(page: Page): Promise<string[]> {
  return page.getByRole('rowheader').allInnerTexts()
}

/** Opens a select, or one that opens as a tree, and chooses. */
export async function pick(select: Locator, option: string): Promise<void> {
  // Until a tree is loaded its place takes no click; later the value chosen now lies over the input.
  await select.and(select.page().locator(':not([inert] *)')).click({ force: true })
  await choose(select.page(), option)
}

/** Chooses from the list that stands open. */
export async function choose(page: Page, option: string): Promise<void> {
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
  await list.getByText(option, { exact: true }).click()
}

/** Clicks the value of a field and types another one over it; Enter keeps it, and saves nothing yet. */
export async function edit(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('button', { name: label }).first().click()
  await page.getByRole('textbox', { name: label }).fill(text)
  await page.keyboard.press('Enter')
}

/** The value of a field as it stands on the page, to be clicked. */
export function value(page: Page, label: string, text: string): Locator {
  return page.getByRole('button', { name: `${label} ${text}`, exact: true })
}

/** Whether the element has the focus. */
export function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((node) => node === document.activeElement)
}
