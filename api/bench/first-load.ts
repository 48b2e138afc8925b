import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../test/browser.ts'

interface Visit {
  origin: string
  cookie: string
}

/** Kilobytes of JavaScript, gzip, that each page may ask for when nothing is cached. */
const pages = [
  { name: 'sign-in', path: '/sign-in', signedIn: false, target: 340 },
  { name: 'list', path: '/customers', signedIn: true, target: 460 },
  { name: 'record', path: '/customers/1', signedIn: true, target: 470 },
]

/** Prints the gzip size of all the JavaScript that a browser downloads for a page, cold. */
export async function firstLoad({ origin, cookie }: Visit): Promise<void> {
  const browser = await launchBrowser()
  console.log('\nJavaScript that a page downloads, gzip')
  for (const { name, path, signedIn, target } of pages) {
    const context = await browser.newContext()
    const page = await context.newPage()
    if (signedIn) await setCookie(page, { origin, cookie })
    const size = await sizeOf(page, origin + path)
    console.log(`${name.padEnd(10)} ${size.toFixed(0).padStart(5)} kB   target <= ${target} kB`)
    await context.close()
  }
  await browser.close()
}

/** A `__Host-` cookie has no domain, which only the protocol of the browser itself can say. */
async function setCookie(page: Page, { origin, cookie }: Visit): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  const browser = await page.context().newCDPSession(page)
  await browser.send('Network.setCookie', { name, value, url: origin, path: '/', secure: true })
}

async function sizeOf(page: Page, url: string): Promise<number> {
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) bodies.push(response.body())
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length)
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000
}
