import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { copyProject } from '../dev/copy.ts'
import { npmRunDev } from '../dev/npm-dev.ts'
import { withoutSettings } from '../start-panel.ts'
import { heading, names } from './screen.ts'
import { signIn } from './sign-in.ts'
import { ana } from './test.ts'

const tracker = [
  ['--label', 'Rastreador,Rastreadores'],
  ['--field', 'imei:text:required:unique=IMEI'],
  ['--field', 'model:text=Modelo'],
  ['--field', 'customer:belongsTo:customer=Cliente'],
].flat()

test('a new resource is one command: the running API takes it up, and the open admin shows it after a reload', async () => {
  const folder = copyProject()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const account = { FICHA_DEMO: 'false', FICHA_ADMIN_EMAIL: ana.email, FICHA_ADMIN_PASSWORD: ana.password }
  const dev = await npmRunDev(folder, { ...account, FICHA_DATA: join(folder, 'data') })
  onTestFinished(dev.stop)
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ locale: 'pt-BR' })
  await page.goto(dev.url)
  await signIn(page, ana)
  const menu = page.getByRole('navigation', { name: 'Menu' })
  await menu.getByRole('link', { name: 'Clientes' }).waitFor()

  const said = execFileSync('npm', ['run', 'new', '--', 'resource', 'tracker', ...tracker], {
    cwd: folder,
    env: withoutSettings(process.env),
    encoding: 'utf8',
  })

  await expect
    .poll(async () => (await page.request.get(`${dev.url}/api/trackers`).catch(() => undefined))?.status(), {
      timeout: 60_000,
    })
    .toBe(200)
  await page.reload()
  await menu.getByRole('link', { name: 'Rastreadores' }).click()
  await heading(page, 'Rastreadores · 0')
  await page.getByRole('link', { name: 'Novo rastreador' }).first().click()
  await page.getByLabel('IMEI').fill('490154203237518')
  await page.getByLabel('Modelo').fill('ST310')
  await page.getByRole('button', { name: 'SALVAR', exact: true }).click()
  await heading(page, '490154203237518')
  await page.getByText('ST310').waitFor()
  await menu.getByRole('link', { name: 'Rastreadores' }).click()
  await expect.poll(() => names(page)).toEqual(['490154203237518'])

  const written = [...said.matchAll(/^(\S+\.ts):/gm)].map(([, file]) => file)
  expect(written).toContain('api/src/resources/tracker.ts')
  expect(written.filter((file) => !file?.startsWith('api/'))).toEqual([])
})
