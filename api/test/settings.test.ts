import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSettings } from '../src/settings.ts'

const secret = 's'.repeat(32)

test('nothing set gives a panel for development on this machine alone', () => {
  const settings = readSettings({ FICHA_SECRET: secret, INIT_CWD: '/srv/ficha' })

  expect(settings).toMatchObject({
    production: false,
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: 'sqlite:/srv/ficha/data/ficha.db',
    dataFolder: '/srv/ficha/data',
    demo: true,
    trustedProxies: 0,
    administrator: undefined,
    session: { idleMs: 30 * 60_000, absoluteMs: 12 * 60 * 60_000 },
    warnings: [],
  })
})

test('production listens on every address, without demo data', () => {
  expect(readSettings({ NODE_ENV: 'production', FICHA_SECRET: secret })).toMatchObject({
    production: true,
    host: '0.0.0.0',
    demo: false,
  })
})

test.each([
  ['sqlite:dados/ficha.db', 'sqlite:/srv/dados/ficha.db'],
  ['sqlite:/var/ficha.db', 'sqlite:/var/ficha.db'],
  ['sqlite::memory:', 'sqlite::memory:'],
  ['postgres://ficha@localhost/ficha', 'postgres://ficha@localhost/ficha'],
  ['', 'sqlite:/srv/data/ficha.db'],
])('DATABASE_URL "%s" is %s', (given, databaseUrl) => {
  expect(readSettings({ FICHA_SECRET: secret, INIT_CWD: '/srv', DATABASE_URL: given }).databaseUrl).toBe(databaseUrl)
})

test('everything that is wrong is said at once, readably, and without the value of a secret', () => {
  const read = () =>
    readSettings({
      NODE_ENV: 'prod',
      PORT: '80a',
      DATABASE_URL: 'mysql://x',
      FICHA_SECRET: 'curto',
      FICHA_DEMO: 'yes',
      FICHA_PUBLIC_URL: 'painel.exemplo.com.br',
      FICHA_TRUST_PROXY: '-1',
      FICHA_ADMIN_EMAIL: 'ana',
      FICHA_ADMIN_PASSWORD: 'secreta',
      FICHA_SMTP_URL: 'http://senha@mail.exemplo.com.br',
      FICHA_MAIL_FROM: 'Ficha <ficha>',
    })

  expect(read).toThrow(
    [
      'Ficha cannot start with these settings:',
      '  NODE_ENV must be development, production or test.',
      '  PORT must be a whole number from 0 to 65535.',
      '  DATABASE_URL must begin with sqlite: or postgres://.',
      '  FICHA_SECRET must have at least 32 characters; "openssl rand -base64 32" makes a good one.',
      '  FICHA_DEMO must be true or false.',
      '  FICHA_PUBLIC_URL must be an origin such as https://painel.example.com, without a path.',
      '  FICHA_TRUST_PROXY must be true, false or the number of proxies in front.',
      '  FICHA_ADMIN_EMAIL must be an e-mail address.',
      '  FICHA_ADMIN_PASSWORD must have at least 8 characters.',
      '  FICHA_SMTP_URL must be like smtp://user:password@mail.example.com:587, or begin with smtps://.',
      '  FICHA_MAIL_FROM must be an e-mail address, or a name and an address as in Ficha <ficha@example.com>.',
    ].join('\n'),
  )
})

test('production refuses to start without a secret, or with the accounts of the demo', () => {
  expect(() => readSettings({ NODE_ENV: 'production', PORT: 'x' })).toThrow(
    /PORT must be .*\n.*FICHA_SECRET must be set in production/,
  )
  expect(() => readSettings({ NODE_ENV: 'production', FICHA_SECRET: secret, FICHA_DEMO: 'true' })).toThrow(
    'FICHA_DEMO must not be true in production',
  )
})

test('an administrator needs both an address and a password', () => {
  expect(() => readSettings({ FICHA_SECRET: secret, FICHA_ADMIN_EMAIL: 'ana@exemplo.com.br' })).toThrow(
    'must be set together',
  )
  const both = { FICHA_ADMIN_EMAIL: 'ana@exemplo.com.br', FICHA_ADMIN_PASSWORD: 'correto cavalo' }
  expect(readSettings({ FICHA_SECRET: secret, ...both }).administrator).toEqual({
    email: 'ana@exemplo.com.br',
    password: 'correto cavalo',
  })
})

test('e-mails need a server and a sender', () => {
  const server = { FICHA_SMTP_URL: 'smtps://ficha:p%40ss@mail.exemplo.com.br' }
  expect(() => readSettings({ FICHA_SECRET: secret, ...server })).toThrow('must be set together')
  expect(readSettings({ FICHA_SECRET: secret }).mail).toBeUndefined()
  for (const from of ['ficha@exemplo.com.br', 'Ficha <ficha@exemplo.com.br>', 'Ação Já <ficha@exemplo.com.br>']) {
    expect(readSettings({ FICHA_SECRET: secret, ...server, FICHA_MAIL_FROM: from }).mail).toEqual({
      url: server.FICHA_SMTP_URL,
      from,
    })
  }
  for (const from of ['Ficha', 'a@b.co, c@d.co', 'Ficha <a@b.co> <c@d.co>', 'Ficha\n<a@b.co>']) {
    expect(() => readSettings({ FICHA_SECRET: secret, ...server, FICHA_MAIL_FROM: from })).toThrow('FICHA_MAIL_FROM')
  }
})

test('outside production a secret is made once, and kept where only its owner reads it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ficha-settings-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const FICHA_DATA = join(folder, 'data')

  const [first, second] = [readSettings({ FICHA_DATA }), readSettings({ FICHA_DATA })]

  expect(first.secret).toHaveLength(43)
  expect(second.secret).toBe(first.secret)
  expect(readFileSync(join(FICHA_DATA, 'secret'), 'utf8')).toBe(first.secret)
  expect(statSync(join(FICHA_DATA, 'secret')).mode & 0o777).toBe(0o600)
})

test.each([
  ['true', 1],
  ['false', 0],
  ['2', 2],
])('FICHA_TRUST_PROXY %s trusts %i proxies', (given, trustedProxies) => {
  expect(readSettings({ FICHA_SECRET: secret, FICHA_TRUST_PROXY: given }).trustedProxies).toBe(trustedProxies)
})

test('the public address is an origin, and the server warns when browsers would keep no cookie there', () => {
  const read = (FICHA_PUBLIC_URL: string) => readSettings({ FICHA_SECRET: secret, FICHA_PUBLIC_URL })

  expect(read('https://Painel.exemplo.com.br/')).toMatchObject({
    publicOrigin: 'https://painel.exemplo.com.br',
    warnings: [],
  })
  expect(read('http://localhost:8080').warnings).toEqual([])
  expect(readSettings({ NODE_ENV: 'production', FICHA_SECRET: secret }).warnings).toEqual([
    expect.stringContaining('lead to this machine alone'),
  ])
  expect(read('http://10.0.0.5:3000').warnings).toEqual([expect.stringContaining('only over https')])
  expect(() => read('https://exemplo.com.br/painel')).toThrow('FICHA_PUBLIC_URL must be an origin')
})

test('a setting that does not exist is pointed out', () => {
  expect(readSettings({ FICHA_SECRET: secret, FICHA_DEM0: 'true' }).warnings).toEqual([
    'FICHA_DEM0 is not a setting of Ficha.',
  ])
})
