import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { type RunningPanel, startPanel } from '../start-panel.ts'

let browser: Browser
let panel: RunningPanel

beforeAll(async () => {
  panel = await startPanel()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await panel?.stop()
})

test('who comes for the first time is asked to sign in, and no other host is asked for anything', async () => {
  const page = await browser.newPage({ locale: 'pt-BR' })
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).origin))

  await page.goto(panel.url)
  await page.getByRole('button', { name: 'Entrar' }).waitFor()

  expect(new URL(page.url()).pathname).toBe('/sign-in')
  expect([...hosts]).toEqual([panel.url])
})
