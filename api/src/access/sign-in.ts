import { Unauthenticated } from '../contract/errors.ts'
import { endSession, openSession, type Place, type SessionStore } from '../store/sessions.ts'
import type { Database, WriteScope } from '../store/types.ts'
import { isDemoAccount } from './demo.ts'
import { isPassword } from './passwords.ts'
import type { Throttle } from './throttle.ts'

/** A user as the answer to a sign-in names them. */
export interface SignedIn {
  readonly user: { readonly id: number; readonly name: string; readonly email: string }
  /** Of the new session, for the cookie. */
  readonly token: string
}

interface Credentials {
  readonly email: string
  readonly password: string
  readonly place: Place
  /** Of the session the browser came with: it ends, and is never taken over. */
  readonly formerToken: string | undefined
  /** In production the accounts of the demo are refused: everybody knows their passwords. */
  readonly production: boolean
}

interface Account {
  id: number
  name: string
  email: string
  password: string | null
  active: unknown
}

/**
 * Opens a session for whoever knows the password of an active account. Unknown, inactive and wrong cost and answer the same.
 * @throws Unauthenticated, TooMany
 */
export async function signIn(
  store: SessionStore,
  throttle: Throttle,
  { email, password, place, formerToken, production }: Credentials,
): Promise<SignedIn> {
  const login = email.trim().toLowerCase()
  return throttle.guard({ email: login, address: place.address }, async () => {
    const account = await accountOf(store.database, login)
    const right = await isPassword(password, account?.password)
    if (!account || !right || !account.active || (production && isDemoAccount(login)))
      throw new Unauthenticated('wrong-credentials')
    const token = await store.database.write(async (scope) => {
      await demandUnchanged(store.database, scope, account)
      if (formerToken !== undefined) await endSession(scope, formerToken)
      return openSession(store, scope, { ...place, userId: account.id })
    })
    return { user: { id: account.id, name: account.name, email: account.email }, token }
  })
}

async function accountOf(database: Database, email: string): Promise<Account | undefined> {
  const [account] = await database.read<Account>(
    'SELECT id, name, email, password, active FROM users WHERE email = $1',
    [email],
  )
  return account
}

/** The password may have been changed, or the account closed, while it was being checked. */
async function demandUnchanged({ engine }: Database, scope: WriteScope, { id, password }: Account): Promise<void> {
  const lock = engine === 'postgres' ? ' FOR UPDATE' : ''
  const [now] = await scope.read<Account>(`SELECT password, active FROM users WHERE id = $1${lock}`, [id])
  if (!now?.active || now.password !== password) throw new Unauthenticated('wrong-credentials')
}
