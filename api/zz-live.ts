import { mkdtempSync, rmSync } from 'node:fs'
import { createAdaptorServer } from '@hono/node-server'
import { pino } from 'pino'
import { createApp } from '/work/main/api/src/app.ts'
import { tablesOf } from '/work/main/api/src/derive/tables.ts'
import { makeAdministrator } from '/work/main/api/src/records/first-access.ts'
import { makePanel } from '/work/main/api/src/records/panel.ts'
import { raiseRightsVersion } from '/work/main/api/src/records/rights-version.ts'
import * as resources from '/work/main/api/src/resources/index.ts'
import { platform } from '/work/main/api/src/resources/platform.ts'
import { readSettings } from '/work/main/api/src/settings.ts'
import { openDatabase } from '/work/main/api/src/store/database.ts'
import { createTables } from '/work/main/api/src/store/migrate/run.ts'
import { openSession } from '/work/main/api/src/store/sessions.ts'
import { launchBrowser } from '/work/main/api/test/browser.ts'
import { Client } from '/work/main/api/test/client.ts'
import { makeSomebody } from '/work/main/api/test/people.ts'

const folder = mkdtempSync('/tmp/live-')
const database = await openDatabase(`sqlite:${folder}/x.sqlite`)
await createTables(database, tablesOf(resources as any))
const panel = makePanel({ resources, database } as any)
await database.write((scope) => makeAdministrator(panel, scope, { name: 'Ana Reis', email: 'ana@exemplo.com.br', password: 'correto cavalo bateria', passwordConfirmation: 'correto cavalo bateria' }))
const settings = readSettings({ NODE_ENV: 'test', FICHA_SECRET: 'x'.repeat(32) })
const farewell = new AbortController()
const app = createApp({ resources, platform, database, settings, log: pino({ level: 'silent' }), admin: '/tmp/dist-check', farewell: farewell.signal } as any)
const server = createAdaptorServer({ fetch: app.fetch })
await new Promise<void>((r) => server.listen(0, 'localhost', r))
const origin = `http://localhost:${(server.address() as any).port}`
const cookieFor = async (userId: number) => await database.write((scope) => openSession({ database, times: settings.session }, scope, { userId, address: '127.0.0.1', agent: 'test' }))
const ana = new Client(app as any, resources as any, `__Host-sid=${await cookieFor(1)}`)
const acme = await ana.make('brand', { name: 'Acme' })
const customer = await ana.make('customer', { brand: acme.id, name: 'Ana de Acme', email: 'a@b.com.br' })
const rules = [{ actions: ['read'], subject: 'customer' }, { actions: ['update', 'delete'], subject: 'customer' }]
const somebody = await makeSomebody(database, { rules } as any)
console.log('somebody', somebody)
const browser = await launchBrowser()
const context = await browser.newContext({ locale: 'pt-BR' })
const troubles: string[] = []
context.on('console', (m) => m.type() === 'error' && troubles.push(m.text() + ' ' + m.location().url))
context.on('weberror', (e) => troubles.push(String(e.error())))
let open = 0, total = 0
context.on('request', (r) => { if (r.url().endsWith('/api/events')) { open++; total++ } })
context.on('requestfailed', (r) => { if (r.url().endsWith('/api/events')) open-- })
context.on('requestfinished', (r) => { if (r.url().endsWith('/api/events')) open-- })
await context.addCookies([{ name: '__Host-sid', value: await cookieFor(somebody.user), url: origin, secure: true, httpOnly: true, sameSite: 'Strict' } as any]).catch((e) => console.log(e.message))
const one = await context.newPage()
const cdp = await context.newCDPSession(one)
await cdp.send('Network.setCookie', { name: '__Host-sid', value: await cookieFor(somebody.user), url: origin, path: '/', secure: true } as any)
const t = (label: string, since: number) => console.log(label, Math.round(performance.now() - since), 'ms')
try {
await one.goto(origin + '/customers')
await one.getByRole('link', { name: 'Ana de Acme' }).waitFor()
const two = await context.newPage()
await two.goto(`${origin}/customers/${customer.id}`)
await two.getByRole('button', { name: /^E-mail/ }).first().waitFor()
await new Promise((r) => setTimeout(r, 1500))
console.log('streams of two tabs', open, total)

const rule = (sql: string, binds: any[] = []) => database.write(async (scope) => { await raiseRightsVersion(scope); await scope.run(sql, binds); for (const x of ['permission_groups', 'users', 'user_permission_groups']) scope.changed(x) })
let since = performance.now()
await rule(`UPDATE permission_groups_rules SET actions = '["delete"]' WHERE actions LIKE '%update%'`)
await two.getByRole('button', { name: /^E-mail/ }).first().waitFor({ state: 'detached' })
t('fields close in the tab that does not listen', since)
since = performance.now()
await rule(`UPDATE permission_groups_rules SET fields = '["name","status"]' WHERE actions LIKE '%read%'`)
await one.getByRole('columnheader', { name: 'Marca' }).waitFor({ state: 'detached' })
t('columns go', since)
await two.getByText('a@b.com.br').waitFor({ state: 'detached' })
t('fields go', since)
await one.close()
await new Promise((r) => setTimeout(r, 1500))
console.log('streams after the first tab is closed', open, total)
const tabs = []
for (let i = 0; i < 7; i++) { const p = await context.newPage(); tabs.push(p); await p.goto(origin + '/customers'); await p.getByRole('link', { name: 'Ana de Acme' }).waitFor() }
console.log('streams of eight tabs', open, total)
since = performance.now()
await rule(`DELETE FROM user_permission_groups WHERE user_id = ${somebody.user}`)
await two.getByRole('heading', { level: 1, name: 'Sem permissão' }).waitFor()
t('page closes', since)
for (const p of tabs) await p.getByRole('heading', { level: 1, name: 'Sem permissão' }).waitFor()
t('all pages close', since)
console.log('menu links', await two.getByRole('navigation', { name: 'Menu' }).getByRole('link').count(), 'name left', (await two.content()).includes('Ana de Acme'))
since = performance.now()
farewell.abort()
const closed = new Promise((r) => server.close(r))
;(server as any).closeIdleConnections()
await closed
t('server closed with streams open', since)
} catch (e) { console.log(e) }
console.log('troubles', troubles)
await browser.close()
await database.close()
rmSync(folder, { recursive: true })
process.exit(0)
