import { useContext, useEffect, useRef } from 'react'
import { UNSAFE_NavigationContext as NavigationContext, type To, useLocation } from 'react-router'
import { hearBackFirst } from '../../providers/back.ts'
import { currentSession } from '../../providers/session.ts'

interface Intercept {
  /** Whether the page must not be left now. */
  blocks: () => boolean
  /** Called instead of leaving; `goOn` leaves after all. */
  ask: (goOn: () => void) => void
}

/**
 * Stops navigations away from a page. `useBlocker` needs a data router; here links and calls pass through the navigator, Back
 * and Forward through `popstate`, and leaving the site through `beforeunload`. Another part of the same page is not away.
 */
export function useIntercept(intercept: Intercept): void {
  const { navigator } = useContext(NavigationContext)
  const { pathname } = useLocation()
  const latest = useRef({ ...intercept, pathname, entry: 0 })

  useEffect(() => {
    latest.current = { ...intercept, pathname, entry: entryOf(window.history.state) }
  })

  useEffect(() => {
    const { push, replace } = navigator
    const guarded =
      (go: typeof push): typeof push =>
      (to, state, options) => {
        const { blocks, ask, pathname: here } = latest.current
        const goOn = () => go.call(navigator, to, state, options)
        if ((pathOf(to) ?? here) !== here && blocks()) ask(goOn)
        else goOn()
      }
    navigator.push = guarded(push)
    navigator.replace = guarded(replace)
    return () => {
      Object.assign(navigator, { push, replace })
    }
  }, [navigator])

  useEffect(() => {
    let expected: 'return' | 'leave' | undefined

    function pop(event: PopStateEvent) {
      const { blocks, ask, pathname: here, entry } = latest.current
      const wasExpected = expected
      expected = undefined
      if (wasExpected === 'return') event.stopImmediatePropagation()
      if (wasExpected || window.location.pathname === here || !blocks()) return
      // Back to the page before the router sees that the browser has left it.
      event.stopImmediatePropagation()
      const distance = entryOf(event.state) - entry || -1
      expected = 'return'
      window.history.go(-distance)
      ask(() => {
        expected = 'leave'
        window.history.go(distance)
      })
    }

    function unload(event: BeforeUnloadEvent) {
      // Once nobody is signed in, nothing that was typed may keep the page.
      if (currentSession().me && latest.current.blocks()) event.preventDefault()
    }

    const stopHearing = hearBackFirst(pop)
    window.addEventListener('beforeunload', unload)
    return () => {
      stopHearing()
      window.removeEventListener('beforeunload', unload)
    }
  }, [])
}

/** The place of an entry among the others, as the router keeps it. */
function entryOf(state: { idx?: number } | null): number {
  return state?.idx ?? 0
}

/** Undefined for one that only changes the search or the hash. */
function pathOf(to: To): string | undefined {
  return (typeof to === 'string' ? to.split(/[?#]/)[0] : to.pathname) || undefined
}
