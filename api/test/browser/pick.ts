import type { Locator, Page } from 'playwright-core'

/** Chooses in a select, or in one that opens as a tree. */
export async function pick(page: Page, select: Locator, option: string): Promise<void> {
  await select.click()
  const choice = page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByText(option, { exact: true })
  await choice.click()
}
