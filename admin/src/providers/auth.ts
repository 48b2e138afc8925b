import type { Me, SessionUser } from '@ficha/api/contract'
import type { AuthProvider } from '@refinedev/core'
import { ApiError, callApi } from './api.ts'
import { forgetPerson } from './preference.ts'
import { beginSession, currentSession, endSession } from './session.ts'

/** What the sign-in form holds. */
export interface Credentials {
  email: string
  password: string
}

/** Signs in and learns what the person may do. @throws ApiError 401 for a wrong pair, 429 after too many. */
export async function signIn(credentials: Credentials): Promise<Me> {
  await callApi<{ user: SessionUser }>('POST', '/auth/sign-in', { body: credentials })
  return loadMe()
}

/** Who is signed in, from the API. @throws ApiError 401 when nobody is. */
export async function loadMe(): Promise<Me> {
  const { body } = await callApi<Me>('GET', '/auth/me')
  beginSession(body)
  return body
}

/**
 * Ends the session and leaves nothing of the person behind, not even in memory: the sign-in page is loaded afresh.
 * @throws ApiError when the server was not reached: the session would live on behind a screen that says otherwise.
 */
export async function signOut(): Promise<void> {
  await callApi('POST', '/auth/sign-out').catch((error) => {
    if (!(error instanceof ApiError && error.statusCode === 401)) throw error
  })
  forgetEverything()
  location.assign('/sign-in')
}

/** Takes the person's records, rules and drafts out of memory and out of the browser's storage. */
export function forgetEverything(): void {
  endSession()
  forgetPerson()
}

/** Refine's view of the session. `check` asks memory only: the API answers 401 for itself. */
export const authProvider: AuthProvider = {
  login: async (credentials: Credentials) => {
    try {
      await signIn(credentials)
      return { success: true, redirectTo: '/' }
    } catch (error) {
      return { success: false, error: error instanceof Error ? error : undefined }
    }
  },
  logout: async () => {
    await signOut()
    return { success: true }
  },
  check: async () => ({ authenticated: currentSession().me !== undefined }),
  // The sign-in dialog has been refused by then, and the session is over.
  onError: async (error: unknown) => ({ logout: error instanceof ApiError && error.statusCode === 401 }),
  getIdentity: async () => currentSession().me?.user,
}
