import { onTestFinished } from 'vitest'

/** A stream of server-sent events, read one at a time. */
export interface EventStream {
  /** The next event: its name and its data as JSON. Comments are passed over. Undefined when the stream has ended. */
  next(): Promise<{ event: string; data: unknown } | undefined>
  /** Everything that came so far, as it came. */
  text(): string
  /** Stops reading, as a browser does whose page is closed. */
  leave(): Promise<void>
}

/** Reads the body of an answer as server-sent events. */
export function eventStream(answer: Response): EventStream {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('The answer has no body')
  let [text, rest] = ['', '']
  const leave = () => reader.cancel()
  onTestFinished(leave)
  return {
    text: () => text,
    leave,
    async next() {
      for (;;) {
        const end = rest.indexOf('\n\n')
        if (end >= 0) {
          const lines = rest.slice(0, end).split('\n')
          rest = rest.slice(end + 2)
          const valueIn = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
          const event = valueIn('event')
          if (event !== undefined) return { event, data: JSON.parse(valueIn('data') ?? 'null') }
          continue
        }
        const { done, value } = await reader.read()
        if (done) return undefined
        text += value
        rest += value
      }
    },
  }
}
