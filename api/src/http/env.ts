import type { HttpBindings } from '@hono/node-server'
import type { Person } from '../access/person.ts'
import type { Language } from '../contract/words/index.ts'
import type { Settings } from '../settings.ts'

/** What every handler and middleware finds in `c.var`; `person` and `session` only behind `requirePerson`. */
export interface Env {
  /** The sockets of Node; not there when a test calls `app.request()`. */
  Bindings: Partial<HttpBindings>
  Variables: {
    settings: Settings
    /** Goes with every log line and with the text of an unexpected error. */
    requestId: string
    /** Of the texts of the answer. */
    language: Language
    /** Of the client; behind proxies as far as `FICHA_TRUST_PROXY` trusts them. */
    address: string
    /** Of the Content-Security-Policy of a page. */
    nonce: string
    person: Person
    /** The id of the session the request came with. */
    session: number
  }
}
