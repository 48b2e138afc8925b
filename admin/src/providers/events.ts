import type { RightsEvent } from '@ficha/api/contract'
import { noticeRules } from './api.ts'

/** The one tab that holds this lock listens for all tabs of the browser: they share the few connections it opens to a host. */
const lock = 'ficha.events'

const channelName = 'ficha.rights'

/** Between attempts at a stream that was refused; twice as long after each. */
const firstWaitMs = 1_000
const longestWaitMs = 120_000

/** Learns from `/api/events` when the rules of the person change, and has them fetched; the answer stops it. */
export function followEvents(): () => void {
  const stop = new AbortController()
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = ({ data }) => noticeRules(String(data))
  const hear = (version: string) => {
    // Its last words may arrive after it was stopped, and belong to whoever was there then.
    if (stop.signal.aborted) return
    channel.postMessage(version)
    noticeRules(version)
  }
  const listen = () => listenUntil(stop.signal, hear)
  // Without locks every tab listens for itself.
  if ('locks' in navigator) navigator.locks.request(lock, { signal: stop.signal }, listen).catch(ignore)
  else void listen()
  return () => {
    stop.abort()
    channel.close()
  }
}

/** It was stopped while it waited for its turn. */
const ignore = () => undefined

/** Listens until it is stopped, which may have been before its turn came. */
function listenUntil(signal: AbortSignal, hear: (version: string) => void): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    let source: EventSource
    let timer: number | undefined
    let waitMs = firstWaitMs

    function open() {
      source = new EventSource('/api/events')
      source.addEventListener('rights', ({ data }) => {
        waitMs = firstWaitMs
        // The contract of the stream.
        hear((JSON.parse(data) as RightsEvent).version)
      })
      source.addEventListener('error', () => {
        if (signal.aborted) return
        // A line that broke the browser opens anew by itself; after a refusal it gives up.
        if (source.readyState !== EventSource.CLOSED) return
        // Not all browsers of a house at once.
        timer = window.setTimeout(open, waitMs * (0.75 + Math.random() / 2))
        waitMs = Math.min(longestWaitMs, waitMs * 2)
      })
    }

    function close() {
      window.clearTimeout(timer)
      source.close()
      resolve()
    }

    open()
    signal.addEventListener('abort', close)
  })
}
