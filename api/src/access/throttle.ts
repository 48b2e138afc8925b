import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal, TooMany } from '../contract/errors.ts'
import type { Database } from '../store/types.ts'

/** How many wrong passwords are taken before one has to wait. */
export interface SignInLimits {
  /** For one account from one address. */
  readonly attempts: number
  /** From one address, whatever the account. */
  readonly attemptsPerAddress: number
  /** The time after which wrong attempts are forgotten. */
  readonly windowMs: number
}

/** Who tries to sign in, from where. */
export interface Attempt {
  readonly email: string
  readonly address: string
}

/** Slows down whoever guesses passwords. */
export interface Throttle {
  /**
   * Runs the check of a password. The attempt counts from its beginning, so that attempts made at once count too, and is
   * forgotten unless the check refuses.
   * @throws TooMany, and what the check throws
   */
  guard<T>(attempt: Attempt, check: () => Promise<T>): Promise<T>
}

/**
 * Counts wrong passwords per account and address together, and per address: somebody guessing elsewhere cannot keep the owner
 * of an account out. Counted in memory, or, where several processes may share the database, in it.
 */
export function signInThrottle(database: Database, { attempts, attemptsPerAddress, windowMs }: SignInLimits): Throttle {
  const duration = windowMs / 1_000
  const perAccount = limiter(database, { keyPrefix: 'account', points: attempts, duration })
  const perAddress = limiter(database, { keyPrefix: 'address', points: attemptsPerAddress, duration })
  return {
    async guard(attempt, check) {
      const [account, address] = [accountKey(attempt), network(attempt.address)]
      await consume(perAccount, account)
      await consume(perAddress, address)
      const forget = () => Promise.all([perAccount.reward(account), perAddress.reward(address)])
      try {
        const result = await check()
        await forget()
        return result
      } catch (error) {
        if (!(error instanceof Refusal)) await forget()
        throw error
      }
    },
  }
}

function limiter(
  { engine, sequelize }: Database,
  options: { keyPrefix: string; points: number; duration: number },
): RateLimiterAbstract {
  if (engine === 'sqlite') return new RateLimiterMemory(options)
  return new RateLimiterPostgres({
    ...options,
    storeClient: sequelize,
    storeType: 'sequelize',
    tableName: 'sign_in_attempts',
    tableCreated: true,
  })
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw new TooMany(Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)))
    throw refused
  }
}

/** E-mail addresses are kept as hashes: they are personal, and may be as long as a body. */
function accountKey({ email, address }: Attempt): string {
  return createHash('sha256')
    .update(`${network(address)} ${email}`)
    .digest('base64url')
}

/** One household or server has 2^64 IPv6 addresses: the first half names it. */
function network(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = address.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : []
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
