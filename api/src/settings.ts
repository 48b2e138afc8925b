import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { keptSecret } from './secret.ts'

/** What the environment says, checked and with defaults filled in. */
export interface Settings {
  readonly production: boolean
  readonly port: number
  readonly host: string
  /** `sqlite:<absolute path>`, `sqlite::memory:` or `postgres://…` */
  readonly databaseUrl: string
  /** What everything signed or wrapped by this installation hangs on. */
  readonly secret: string
  /** Absolute path of the folder for files, keys and backups. */
  readonly dataFolder: string
  /** Demo data and accounts on an empty database. */
  readonly demo: boolean
  /** The origin people reach the panel at: `https://painel.example.com`. */
  readonly publicOrigin: string | undefined
  /** How many proxies stand in front and tell the client's address in X-Forwarded-For. */
  readonly trustedProxies: number
  readonly administrator: { readonly email: string; readonly password: string } | undefined
  readonly logLevel: (typeof logLevels)[number]
  /** When a session ends: without a request for so long, and in any case. */
  readonly session: { readonly idleMs: number; readonly absoluteMs: number }
  /** Wrong passwords taken before one has to wait: for one account from one address, and from one address; and when they are forgotten. */
  readonly signIn: { readonly attempts: number; readonly attemptsPerAddress: number; readonly windowMs: number }
  /** The server that takes e-mails, `smtp://…`, and whom they come from; left out, none are sent. */
  readonly mail: { readonly url: string; readonly from: string } | undefined
  /** Passwords hashed at the same time; each takes one thread and 19 MiB for some 60 ms. */
  readonly hashConcurrency: number
  /** What an operator should know, though the server starts. */
  readonly warnings: readonly string[]
}

/** Settings that cannot be used, all at once, in words for whoever runs the server. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(['Ficha cannot start with these settings:', ...problems.map((problem) => `  ${problem}`)].join('\n'))
  }
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const minuteMs = 60_000

const flag = z.enum(['true', 'false'], { error: 'must be true or false' }).transform((text) => text === 'true')

function whole(from: number, to: number) {
  const error = `must be a whole number from ${from} to ${to}`
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.number().min(from, { error }).max(to, { error }))
}

const environment = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], { error: 'must be development, production or test' })
    .default('development'),
  PORT: whole(0, 65_535).default(3000),
  HOST: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, { error: 'must begin with sqlite: or postgres://' })
    .optional(),
  FICHA_SECRET: z
    .string()
    .min(32, { error: 'must have at least 32 characters; "openssl rand -base64 32" makes a good one' })
    .optional(),
  FICHA_DATA: z.string().default('data'),
  FICHA_DEMO: flag.optional(),
  FICHA_PUBLIC_URL: z
    .string()
    .refine(isOrigin, { error: 'must be an origin such as https://painel.example.com, without a path' })
    .transform((text) => new URL(text).origin)
    .optional(),
  FICHA_TRUST_PROXY: z
    .union([flag.transform(Number), whole(0, 10)], { error: 'must be true, false or the number of proxies in front' })
    .default(0),
  FICHA_ADMIN_EMAIL: z.email({ error: 'must be an e-mail address' }).optional(),
  FICHA_ADMIN_PASSWORD: z
    .string()
    .min(8, { error: 'must have at least 8 characters' })
    .max(128, { error: 'must have at most 128 characters' })
    .optional(),
  FICHA_LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).optional(),
  FICHA_SESSION_IDLE_MINUTES: whole(1, 1_440).default(30),
  FICHA_SESSION_HOURS: whole(1, 168).default(12),
  FICHA_SIGN_IN_ATTEMPTS: whole(1, 1_000).default(10),
  FICHA_SIGN_IN_ATTEMPTS_PER_ADDRESS: whole(1, 100_000).default(100),
  FICHA_SIGN_IN_WINDOW_MINUTES: whole(1, 1_440).default(15),
  FICHA_HASH_CONCURRENCY: whole(1, 16).default(2),
  FICHA_SMTP_URL: z
    .string()
    .refine(isMailServer, { error: 'must be like smtp://user:password@mail.example.com:587, or begin with smtps://' })
    .optional(),
  FICHA_MAIL_FROM: z
    .string()
    .refine(isSender, { error: 'must be an e-mail address, or a name and an address as in Ficha <ficha@example.com>' })
    .optional(),
})

type Environment = z.output<typeof environment>

type Given = Readonly<Record<string, string | undefined>>

/**
 * Reads the environment. Relative paths count from the folder that npm was called in. An empty variable is one that is not set.
 * @throws {SettingsError} naming everything that is wrong, values of secrets never
 */
export function readSettings(variables: Given): Settings {
  const given: Given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const { success, data: env, error } = environment.safeParse(given)
  const problems = [
    ...(error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}.`),
    ...contradictionsOf(given),
  ]
  if (!success || problems.length > 0) throw new SettingsError(problems)

  const production = env.NODE_ENV === 'production'
  const base = given.INIT_CWD ?? process.cwd()
  const dataFolder = resolve(base, env.FICHA_DATA)
  return {
    production,
    port: env.PORT,
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    databaseUrl: absolute(env.DATABASE_URL ?? `sqlite:${join(dataFolder, 'ficha.db')}`, base),
    secret: env.FICHA_SECRET ?? keptSecret(dataFolder),
    dataFolder,
    demo: env.FICHA_DEMO ?? !production,
    publicOrigin: env.FICHA_PUBLIC_URL,
    trustedProxies: env.FICHA_TRUST_PROXY,
    administrator:
      env.FICHA_ADMIN_EMAIL && env.FICHA_ADMIN_PASSWORD
        ? { email: env.FICHA_ADMIN_EMAIL, password: env.FICHA_ADMIN_PASSWORD }
        : undefined,
    // In a terminal a line per request would hide what the server has to say.
    logLevel: env.FICHA_LOG_LEVEL ?? (production ? 'info' : 'warn'),
    session: { idleMs: env.FICHA_SESSION_IDLE_MINUTES * minuteMs, absoluteMs: env.FICHA_SESSION_HOURS * 60 * minuteMs },
    signIn: {
      attempts: env.FICHA_SIGN_IN_ATTEMPTS,
      attemptsPerAddress: env.FICHA_SIGN_IN_ATTEMPTS_PER_ADDRESS,
      windowMs: env.FICHA_SIGN_IN_WINDOW_MINUTES * minuteMs,
    },
    mail:
      env.FICHA_SMTP_URL && env.FICHA_MAIL_FROM ? { url: env.FICHA_SMTP_URL, from: env.FICHA_MAIL_FROM } : undefined,
    hashConcurrency: env.FICHA_HASH_CONCURRENCY,
    warnings: warningsOf(env, given),
  }
}

/** What is wrong only together. */
function contradictionsOf({ NODE_ENV, ...given }: Given): string[] {
  const production = NODE_ENV === 'production'
  return [
    production &&
      !given.FICHA_SECRET &&
      'FICHA_SECRET must be set in production; "openssl rand -base64 32" makes a good one.',
    production &&
      given.FICHA_DEMO === 'true' &&
      'FICHA_DEMO must not be true in production: the passwords of the demo accounts are public.',
    !given.FICHA_ADMIN_EMAIL !== !given.FICHA_ADMIN_PASSWORD &&
      'FICHA_ADMIN_EMAIL and FICHA_ADMIN_PASSWORD must be set together.',
    !given.FICHA_SMTP_URL !== !given.FICHA_MAIL_FROM && 'FICHA_SMTP_URL and FICHA_MAIL_FROM must be set together.',
  ].filter((problem) => typeof problem === 'string')
}

function warningsOf({ FICHA_PUBLIC_URL: origin, NODE_ENV: mode }: Environment, given: Given): string[] {
  const unknown = Object.keys(given).filter((name) => name.startsWith('FICHA_') && !(name in environment.shape))
  return [
    ...unknown.map((name) => `${name} is not a setting of Ficha.`),
    ...(mode === 'production' && !origin
      ? ['FICHA_PUBLIC_URL is not set: links that people receive lead to this machine alone.']
      : []),
    ...(origin && !isSecure(origin)
      ? [
          `FICHA_PUBLIC_URL is ${origin}: browsers keep the session cookie only over https, or on localhost. Nobody will be able to sign in.`,
        ]
      : []),
  ]
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && pathname === '/' && search === '' && hash === ''
}

function isMailServer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return /^smtps?:$/.test(protocol) && hostname !== ''
}

/** `name@example.com` or `Name <name@example.com>` */
function isSender(text: string): boolean {
  const [, address = text] = /^[^<>\p{Cc}]*<([^<>]+)>$/u.exec(text) ?? []
  return z.email().safeParse(address).success
}

function isSecure(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  return (
    protocol === 'https:' ||
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    /^127\.|^\[::1\]$/.test(hostname)
  )
}

function absolute(databaseUrl: string, base: string): string {
  const path = /^sqlite:(?:\/\/(?!\/))?(.+)$/.exec(databaseUrl)?.[1]
  return path === undefined || path === ':memory:' || isAbsolute(path) ? databaseUrl : `sqlite:${resolve(base, path)}`
}
