import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { frontDoor } from './front-door.ts'

const script = 'console.log("painel")'

/** The app in front of a built admin. */
async function withAdmin() {
  const folder = mkdtempSync(join(tmpdir(), 'ficha-admin-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html>\n<html>\n  <head>\n    <script type="module" src="/assets/main-1a2b.js"></script>\n    <style>body{}</style>\n  </head>\n</html>\n',
  )
  writeFileSync(join(folder, 'assets/main-1a2b.js'), script)
  writeFileSync(join(folder, 'assets/main-1a2b.js.br'), brotliCompressSync(script))
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>')
  const { app } = await frontDoor({ users: false, admin: folder })
  const open = (path: string, init: RequestInit = {}) =>
    app.request(path, { ...init, headers: { Accept: 'text/html,*/*;q=0.8', ...init.headers } })
  return { open }
}

test.each(['/', '/sign-in', '/customers', '/customers/7?tab=contatos', '/set-up?token=x', '/index.html'])(
  '%s is the page of the admin',
  async (path) => {
    const { open } = await withAdmin()

    const answer = await open(path)

    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await answer.text()).toContain('/assets/main-1a2b.js')
  },
)

test('the page may run its own scripts and the styles that carry the nonce of this very answer', async () => {
  const { open } = await withAdmin()

  const [one, other] = [await open('/'), await open('/')]
  const policy = String(one.headers.get('Content-Security-Policy'))
  const nonce = /'nonce-([\w+/=]{20,})'/.exec(policy)?.[1]
  const html = await one.text()

  expect(policy.split('; ').sort()).toEqual(
    [
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self'",
      "manifest-src 'self'",
      "object-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "worker-src 'self'",
    ].sort(),
  )
  expect(html).toContain(`<meta property="csp-nonce" nonce="${nonce}" />`)
  expect(html).toContain(`<style nonce="${nonce}">`)
  expect(html).toContain(`<script nonce="${nonce}" type="module"`)
  expect(other.headers.get('Content-Security-Policy')).not.toBe(policy)
})

test('files come compressed ahead of time, and those whose name tells their content are kept for ever', async () => {
  const { open } = await withAdmin()

  const plain = await open('/assets/main-1a2b.js')
  const packed = await open('/assets/main-1a2b.js', { headers: { 'Accept-Encoding': 'gzip, deflate, br' } })
  const icon = await open('/favicon.svg')

  expect(await plain.text()).toBe(script)
  expect(plain.headers.get('Content-Type')).toMatch(/^text\/javascript/)
  expect(plain.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(packed.headers.get('Content-Encoding')).toBe('br')
  expect(packed.headers.get('Vary')).toContain('Accept-Encoding')
  expect(Buffer.from(await packed.arrayBuffer())).toEqual(brotliCompressSync(script))
  expect([icon.status, icon.headers.get('Cache-Control')]).toEqual([200, 'no-cache'])
})

test('what is not there is not found, and is no page', async () => {
  const { open } = await withAdmin()

  for (const path of ['/assets/main-old.js', '/api/unheard-of', '/api']) {
    const answer = await open(path)
    expect([401, 404], path).toContain(answer.status)
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  }
  expect((await open('/customers', { headers: { Accept: 'application/json' } })).status).toBe(404)
  expect((await open('/customers', { method: 'POST' })).status).toBe(404)
})

test.each([
  '/../package.json',
  '/assets/../../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/assets/..%5c..%5cpackage.json',
])('%s leads nowhere outside', async (path) => {
  const { open } = await withAdmin()

  const answer = await open(path, { headers: { Accept: '*/*' } })

  expect(answer.status).toBe(404)
})
