import { onTestFinished, vi } from 'vitest'

export const minuteMs = 60_000

/** Moves the clock forward until the test ends. Only the clock: timers of drivers go on. */
export function later(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
  onTestFinished(() => void vi.useRealTimers())
}
