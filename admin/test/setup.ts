import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { forgetEverything } from '../src/providers/auth.ts'
import { FakeEventSource } from './eventSource.ts'

// Pages load lazily, and the machine may be busy.
configure({ asyncUtilTimeout: 10_000 })

// What jsdom lacks and the browser has.
Object.assign(window, {
  EventSource: FakeEventSource,
  ResizeObserver: class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
  scrollTo: () => undefined,
  matchMedia: (media: string) => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
})
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true
  },
  close(this: HTMLDialogElement) {
    this.open = false
  },
})

afterEach(() => {
  cleanup()
  forgetEverything()
  localStorage.clear()
  FakeEventSource.opened = []
})
