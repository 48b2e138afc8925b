import { act } from '@testing-library/react'
import { vi } from 'vitest'

/** An upload as it would have gone over the wire, which goes on as a test says. */
export class FakeUpload {
  readonly headers = new Map<string, string>()
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  method = ''
  url = ''
  file: FormDataEntryValue | null = null
  aborted = false
  status = 0
  responseText = ''
  onload?: () => void
  onerror?: () => void
  onabort?: () => void
  #answered: Readonly<Record<string, string>> = {}

  open(method: string, url: string) {
    Object.assign(this, { method, url })
  }

  setRequestHeader(name: string, value: string) {
    this.headers.set(name, value)
  }

  getResponseHeader(name: string): string | null {
    return this.#answered[name] ?? null
  }

  send(form: FormData) {
    this.file = form.get('file')
  }

  abort() {
    this.aborted = true
    this.onabort?.()
  }

  /** So much of it has gone out. */
  progress(part: number): Promise<void> {
    return act(async () => this.upload.onprogress?.({ loaded: part * 100, total: 100 }))
  }

  answer(status: number, body: unknown): Promise<void> {
    return act(async () => {
      this.status = status
      this.responseText = JSON.stringify(body)
      this.#answered = { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' }
      this.onload?.()
    })
  }

  breakOff(): Promise<void> {
    return act(async () => this.onerror?.())
  }
}

/** Stands in for uploads. Those it has seen are in the list it returns. */
export function fakeUploads(): FakeUpload[] {
  const seen: FakeUpload[] = []
  vi.stubGlobal(
    'XMLHttpRequest',
    class extends FakeUpload {
      constructor() {
        super()
        seen.push(this)
      }
    },
  )
  return seen
}
