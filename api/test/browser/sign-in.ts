import type { Page } from 'playwright-core'

/** What a person signs in with. */
export interface Account {
  email: string
  password: string
}

/** Fills in the sign-in form that the page shows, and sends it. */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Senha', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Entrar', exact: true }).click()
}
