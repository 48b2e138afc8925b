import { FakeEventSource } from './eventSource.ts'

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

// jsdom has no style of `::before`, and says so at length each time.
const styleOf = window.getComputedStyle.bind(window)
const { style: none } = document.createElement('span')
window.getComputedStyle = (element, part) => (part ? none : styleOf(element))

// antd writes its style sheets from scripts, and looks through all of them for each. jsdom would weigh each of their rules for
// each element whose name is asked. No test looks at colours.
Object.defineProperty(HTMLStyleElement.prototype, 'innerHTML', { get: () => '', set: () => undefined })
Object.defineProperty(document.head, 'children', { value: [] })
