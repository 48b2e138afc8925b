import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { pino } from 'pino'
import { createApp } from '../src/app.ts'
import * as resources from '../src/resources/index.ts'
import { readSettings } from '../src/settings.ts'
import { openDatabase } from '../src/store/database.ts'
import { byHand } from './by-hand.ts'

/** Serves every variant from one process on one file: `/static`, `/hand/…` and the real `/api/…`; tells its port to the parent. */
const [file = ''] = process.argv.slice(2)
const database = await openDatabase(`sqlite:${file}`)
const settings = readSettings({ NODE_ENV: 'test', FICHA_SECRET: 'x'.repeat(32), FICHA_LOG_LEVEL: 'silent' })
const real = createApp({ resources, database, settings, log: pino({ level: 'silent' }) })
const body = JSON.stringify(
  Array.from({ length: 25 }, (_, id) => ({ id, name: 'João da Silva', cpf: '11144477735', text: 'x'.repeat(250) })),
)

const bare = new Hono()
  .get('/static', (c) => c.body(body, 200, { 'Content-Type': 'application/json' }))
  .route('/hand', byHand(file))

const server = serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch: (request, env) => (isBare(request.url) ? bare.fetch(request, env) : real.fetch(request, env)),
})
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: user + system })
})
server.on('listening', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' && address ? address.port : 0)
})

function isBare(url: string): boolean {
  return /^http:\/\/[^/]+\/(static|hand)\b/.test(url)
}
