import { useSyncExternalStore } from 'react'
import { onFarewell } from './session.ts'

let announced = { text: '', turn: 0 }
const listeners = new Set<() => void>()

onFarewell(() => announce(''))

/** Has a screen reader say it when it is done with what it says now; drawn by `shell/Announcer.tsx`. */
export function announce(text: string): void {
  announced = { text, turn: announced.turn + 1 }
  for (const listener of listeners) listener()
}

/** What was announced last; `turn` tells two equal texts apart. */
export function useAnnounced(): { text: string; turn: number } {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => announced,
  )
}
