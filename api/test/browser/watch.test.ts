import { expect } from 'vitest'
import { test } from './test.ts'
import { watch } from './watch.ts'

test('the tests of this folder notice what nobody at the screen would be told', async ({ browser, panel }) => {
  const context = await browser.newContext()
  const { troubles } = watch(context, { origin: panel.url, provokes: [401] })
  const page = await context.newPage()
  await page.goto(panel.url)

  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('nobody catches this')
    })
    document.body.setAttribute('style', 'color: red')
    const picture = new Image()
    picture.src = 'https://example.com/picture.png'
    void fetch('/api/customers')
    void fetch('/assets/nothing.js')
  })

  await expect.poll(() => troubles.join('\n')).toMatch(/uncaught: .*nobody catches this/)
  await expect.poll(() => troubles.join('\n')).toMatch(/Content Security Policy directive 'style-src/)
  await expect.poll(() => troubles.join('\n')).toMatch(/Content Security Policy directive: "img-src/)
  await expect.poll(() => troubles.join('\n')).toMatch(/status of 404/)
  expect(troubles.join('\n')).not.toMatch(/status of 401/)
  await context.close()
})
