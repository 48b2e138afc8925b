import { useCallback, useState } from 'react'

/** A choice of any shape that this browser keeps; undefined where none was made, or something else is stored. */
export function useKept<T>(
  key: string,
  read: (stored: unknown) => T | undefined,
): [T | undefined, (value: T | undefined) => void] {
  const [value, setValue] = useState(() => read(stored(key)))
  const keep = useCallback(
    (next: T | undefined) => {
      setValue(next)
      store(key, next)
    },
    [key],
  )
  return [value, keep]
}

function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    // Storage that is refused or holds something else is like no choice.
    return undefined
  }
}

function store(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // The choice then lasts as long as the page.
  }
}
