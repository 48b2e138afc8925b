import pg from 'pg'
import type { TableVersions } from '../versions.ts'

export const channel = 'ficha_changed'

const retryMs = 1_000

/** Hears which tables other processes changed. While the line is down nothing kept counts as fresh. */
export class ChangeListener {
  readonly #url: string
  readonly #versions: TableVersions
  #client: pg.Client | undefined
  #closed = false

  constructor(url: string, versions: TableVersions) {
    this.#url = url
    this.#versions = versions
  }

  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'ficha-listen' })
    client.on('notification', ({ payload }) => {
      for (const table of payload?.split(',') ?? []) this.#versions.changed(table)
    })
    client.on('error', () => this.#reopen(client))
    client.on('end', () => this.#reopen(client))
    await client.connect()
    await client.query(`LISTEN ${channel}`)
    this.#client = client
    this.#versions.changedAll()
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#client?.end()
  }

  #reopen(client: pg.Client): void {
    if (this.#closed || this.#client !== client) return
    this.#client = undefined
    this.#versions.changedAll()
    setTimeout(() => {
      if (!this.#closed) this.open().catch(() => this.#retry())
    }, retryMs).unref()
  }

  #retry(): void {
    this.#versions.changedAll()
    setTimeout(() => {
      if (!this.#closed) this.open().catch(() => this.#retry())
    }, retryMs).unref()
  }
}
