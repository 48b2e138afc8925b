import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { test as base, expect } from 'vitest'
import * as resources from '../../src/resources/index.ts'
import { launchBrowser } from '../browser.ts'
import { Client } from '../client.ts'
import { type PanelOptions, startPanel } from '../start-panel.ts'
import { type Account, signIn } from './sign-in.ts'
import { type Watch, watch } from './watch.ts'

/** The administrator of every panel here. */
export const ana: Account = { email: 'ana@exemplo.com.br', password: 'correto cavalo bateria' }

/** How somebody comes to a page. */
export interface Visit {
  /** Signed in as Ana when left out. */
  as?: 'Ana' | 'nobody'
  /** 1280 pixels when left out. */
  width?: number
  dark?: boolean
  /** pt-BR when left out. */
  language?: 'pt-BR' | 'en'
  /** Statuses of answers and errors of the network that the test brings about itself; others fail it. */
  provokes?: readonly (number | string)[]
}

/** Opens a page in a browser of its own: nothing is shared with other visits but being signed in. */
export type OpenPage = (path: string, visit?: Visit) => Promise<Page>

/** Without demo data, which takes a while: a test makes what it needs. */
const lean: PanelOptions = {
  env: { FICHA_DEMO: 'false', FICHA_ADMIN_EMAIL: ana.email, FICHA_ADMIN_PASSWORD: ana.password },
}

/** How many pixels of a page are seen without scrolling. */
const height = 800

/**
 * A test with the built panel, which the file has for itself. `visit` opens pages; whatever their console complains about
 * fails the test, and so does a request to another host. `office` is Ana at work through the API.
 */
export const test = base
  .extend('options', { scope: 'file' }, lean)
  .extend('panel', { scope: 'file' }, async ({ options }, { onCleanup }) => {
    const panel = await startPanel(options)
    onCleanup(async () => {
      await panel.stop()
    })
    return panel
  })
  .extend('browser', { scope: 'file' }, async ({ panel }, { onCleanup }) => {
    const browser = await launchBrowser()
    onCleanup(() => browser.close())
    // Only for the order: the browser, whose pages still ask it, is closed before the panel.
    void panel
    return browser
  })
  .extend('session', { scope: 'file' }, async ({ panel, browser }) => {
    const context = await browser.newContext({ locale: 'pt-BR' })
    const page = await context.newPage()
    await page.goto(panel.url)
    await signIn(page, ana)
    await page.getByRole('navigation', { name: 'Menu' }).waitFor()
    const session = await context.storageState()
    await context.close()
    return session
  })
  .extend('office', { scope: 'file' }, async ({ panel, session }) => {
    const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    return new Client({ request: (path, init) => fetch(new URL(String(path), panel.url), init) }, resources, cookie)
  })
  .extend('visit', async ({ panel, browser, session }, { onCleanup }): Promise<OpenPage> => {
    const visits: { context: BrowserContext; watch: Watch }[] = []
    onCleanup(async () => {
      for (const { context } of visits) await context.close()
      expect(visits.flatMap((visit) => visit.watch.troubles)).toEqual([])
    })
    return async (path, { as = 'Ana', provokes = [], ...look } = {}) => {
      const context = await browser.newContext({ ...optionsOf(look), ...(as === 'Ana' && { storageState: session }) })
      visits.push({ context, watch: watch(context, { origin: panel.url, provokes }) })
      const page = await context.newPage()
      await page.goto(panel.url + path)
      return page
    }
  })

function optionsOf({ width = 1280, dark = false, language = 'pt-BR' }: Visit): BrowserContextOptions {
  return {
    viewport: { width, height },
    locale: language,
    timezoneId: 'America/Sao_Paulo',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  }
}
