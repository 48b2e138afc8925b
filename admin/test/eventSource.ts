/** Stands in for the browser's EventSource; what was opened is in `opened`, the last one first. */
export class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2
  static opened: FakeEventSource[] = []
  readonly url: string
  readyState = 0

  constructor(url: string) {
    super()
    this.url = url
    FakeEventSource.opened.unshift(this)
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED
  }

  /** The server says this. Who has closed the stream hears nothing. */
  say(event: string, body: unknown): void {
    if (this.readyState === FakeEventSource.CLOSED) return
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(body) }))
  }

  /** The server refuses, for which a browser gives up; or the line breaks, and it tries again. */
  fail({ refused }: { refused: boolean }): void {
    if (this.readyState === FakeEventSource.CLOSED) return
    if (refused) this.readyState = FakeEventSource.CLOSED
    this.dispatchEvent(new Event('error'))
  }
}
