import { useSyncExternalStore } from 'react'

/** A choice that belongs to the device, not to the person: it outlives signing out. */
export interface Preference<T extends string> {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

const devicePrefix = 'ficha.device.'

/** A choice kept in this browser under `ficha.device.<name>`; anything but one of the choices counts as the first choice. */
export function preference<T extends string>(name: string, choices: readonly T[], initial: () => T): Preference<T> {
  const key = devicePrefix + name
  const listeners = new Set<() => void>()
  const stored = readStorage(key)
  let value = choices.find((choice) => choice === stored) ?? initial()
  return {
    get: () => value,
    set(next) {
      value = next
      writeStorage(key, next)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The value and its setter; every component that uses it draws itself anew when it changes. */
export function usePreference<T extends string>(choice: Preference<T>): [T, (value: T) => void] {
  return [useSyncExternalStore(choice.subscribe, choice.get), choice.set]
}

/** Takes from this browser whatever a person left in it, and keeps the choices of the device. */
export function forgetPerson(): void {
  try {
    for (const key of Object.keys(localStorage)) if (!key.startsWith(devicePrefix)) localStorage.removeItem(key)
    sessionStorage.clear()
  } catch {
    // A browser that refuses storage has nothing stored.
  }
}

function readStorage(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps it as long as the browser lets us. */
export function writeStorage(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // The choice then lasts as long as the page.
  }
}
