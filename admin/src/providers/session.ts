import type { Me } from '@ficha/api/contract'
import { useSyncExternalStore } from 'react'

/** Who works at this screen. */
export interface Session {
  /** Absent before the first answer of `/api/auth/me`, and when nobody is signed in. */
  me?: Me
  /** The session ended under open pages: they wait while the sign-in dialog stands over them. */
  ended: boolean
}

let session: Session = { ended: false }
let waiting: ((signedIn: boolean) => void)[] = []
const listeners = new Set<() => void>()
const forgetting = new Set<() => void>()

/** The session outside components. */
export const currentSession = (): Session => session

/** The session; draws anew when it changes. */
export const useSession = (): Session => useSyncExternalStore(subscribeSession, currentSession)

/** Calls the listener after every change; the answer stops it. */
export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Someone is signed in, or their rules are new; calls that waited for them go on. When it is somebody else than before,
 * nothing of the former person may stay on the screen: waiting calls fail and everything is loaded afresh. Who looks through
 * other eyes is the same person, though: what they typed in another tab may ask before it goes.
 */
export function beginSession(me: Me): void {
  const { me: former } = session
  if (former && eyesOf(former) !== eyesOf(me)) {
    if (former.viewing || me.viewing) lookAnew(former, me)
    else startAfresh()
    return
  }
  change({ me, ended: false })
  release(true)
}

/** Through whose eyes the panel is seen. */
function eyesOf({ user, viewing }: Me): string {
  return `${user.id} as ${viewing?.user?.id ?? ''} in ${viewing?.group?.id ?? ''}`
}

/** Everything is loaded anew. Pages that are kept for what is typed on them learn that what they read was read with other eyes. */
function lookAnew(former: Me, { version }: Me): void {
  change({ ...session, me: { ...former, version } })
  location.reload()
}

/** Nobody is signed in any more: calls that waited fail, and memory forgets the person. */
export function endSession(): void {
  change({ ended: false })
  release(false)
  for (const forget of forgetting) forget()
}

/** These pages are of somebody else than who is there now: all of it goes, an open form too, and everything is loaded anew. */
export function startAfresh(): void {
  endSession()
  location.reload()
}

/** A page that the browser keeps, to come back to, keeps nothing of a person: it asks again who is there. */
export function forgetWhenLeft(): void {
  addEventListener('pagehide', endSession)
}

/** Has a module forget what it keeps of a person when they are gone. */
export function onFarewell(forget: () => void): void {
  forgetting.add(forget)
}

/** A call found the session ended: resolves to whether the person signed in again. Everybody who asks meanwhile gets the one answer. */
export function signedInAgain(): Promise<boolean> {
  const answer = new Promise<boolean>((resolve) => waiting.push(resolve))
  if (!session.ended) change({ ...session, ended: true })
  return answer
}

function change(next: Session): void {
  session = next
  for (const listener of listeners) listener()
}

function release(signedIn: boolean): void {
  const released = waiting
  waiting = []
  for (const resolve of released) resolve(signedIn)
}
