import type { BrowserContext, ConsoleMessage, Request } from 'playwright-core'

/** What went wrong on the pages of a context that nobody at the screen would have been told. */
export interface Watch {
  readonly troubles: readonly string[]
}

interface WatchOptions {
  /** The only origin that pages may ask. */
  origin: string
  /** Statuses of answers, and errors of the network such as `ERR_FAILED`, that the test brings about itself. */
  provokes: readonly (number | string)[]
}

/** Listens for errors of the console, which violations of the Content-Security-Policy are too, for uncaught errors, and for requests to another host. */
export function watch(context: BrowserContext, { origin, provokes }: WatchOptions): Watch {
  const troubles: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' && !isProvoked(message, provokes))
      troubles.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => troubles.push(`uncaught: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    if (leaves(request, origin)) troubles.push(`another host: ${request.url()}`)
  })
  return { troubles }
}

/** Chromium itself writes a line for every answer of 400 and above. */
function isProvoked(message: ConsoleMessage, provokes: readonly (number | string)[]): boolean {
  const [, status, network] = /^Failed to load resource: (?:.* status of (\d+)|net::(\w+))/.exec(message.text()) ?? []
  return provokes.some((one) => String(one) === status || one === network)
}

function leaves(request: Request, origin: string): boolean {
  const url = new URL(request.url())
  return url.origin !== origin && url.protocol !== 'data:' && url.protocol !== 'blob:'
}
