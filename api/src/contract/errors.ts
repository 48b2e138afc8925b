import type { Problem, ProblemCode } from './problem.ts'
import { type Language, say, type WordKey } from './words/index.ts'

/** Values for the placeholders of a text. */
export type Params = Readonly<Record<string, string | number>>

/** One thing wrong with one field: a key of the words, or a text that is already in the person's language. */
export type FieldError = { readonly key: WordKey; readonly params?: Params } | { readonly text: string }

/** The text of an error in a language. */
export function textOf(error: FieldError, language: Language): string {
  return 'text' in error ? error.text : say(language, error.key, error.params)
}

interface Refused {
  code: ProblemCode
  /** What is wrong, then what to do. Left out: the general text of the code. */
  detail?: FieldError
}

/** An error that is an answer: each class is one HTTP status, and only `http/problems.ts` turns it into a response. */
export abstract class Refusal extends Error {
  abstract readonly status: number
  readonly code: ProblemCode
  readonly detail?: FieldError

  constructor({ code, detail }: Refused) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

/** The request cannot be understood: bad JSON, an unknown parameter, an impossible id. */
export class Malformed extends Refusal {
  readonly status: number
  constructor(
    detail?: FieldError,
    { status = 400, code = 'malformed' as ProblemCode }: { status?: 400 | 405 | 413 | 415; code?: ProblemCode } = {},
  ) {
    super({ code, detail })
    this.status = status
  }
}

/** A file of more bytes than its field takes. */
export class TooLarge extends Malformed {
  /** @param limit as people read it: `10 MB` */
  constructor(limit: string) {
    super({ key: 'problem.too-large.file', params: { limit } }, { status: 413, code: 'too-large' })
  }
}

export class Unauthenticated extends Refusal {
  readonly status = 401
  constructor(code: 'unauthenticated' | 'wrong-credentials' = 'unauthenticated') {
    super({ code })
  }
}

/** What somebody was refused. */
export interface Asked {
  readonly action: string
  readonly subject: string
  readonly field?: string
}

interface ForbiddenParts {
  code?: 'forbidden' | 'cross-site' | 'password-change-required' | 'escalation' | 'system-group' | 'read-only'
  detail?: FieldError
  /** The rule that refused, for `explain`. */
  rule?: string
  /** What the rule says about why: never anything of a row. */
  reason?: string
  asked?: Asked
}

export class Forbidden extends Refusal {
  readonly status = 403
  readonly rule?: string
  readonly reason?: string
  readonly asked?: Asked
  constructor({ code = 'forbidden', detail, rule, reason, asked }: ForbiddenParts = {}) {
    super({ code, detail })
    this.rule = rule
    this.reason = reason
    this.asked = asked
  }
}

/** No such record, or none that this person may see: the two answers are the same. */
export class Missing extends Refusal {
  readonly status = 404
  constructor() {
    super({ code: 'missing' })
  }
}

/** The record cannot change like this because of others: a duplicate, or still in use. */
export class Conflict extends Refusal {
  readonly status = 409
  readonly fields: Readonly<Record<string, FieldError[]>>
  constructor(detail: FieldError, fields: Readonly<Record<string, FieldError[]>> = {}) {
    super({ code: 'conflict', detail })
    this.fields = fields
  }
}

/** Someone changed the record meanwhile. */
export class Stale extends Refusal {
  readonly status = 412
  readonly current: NonNullable<Problem['current']>
  constructor(current: NonNullable<Problem['current']>) {
    super({ code: 'stale' })
    this.current = current
  }
}

/** Understood, but the values will not do: field -> what is wrong with it. */
export class Invalid extends Refusal {
  readonly status = 422
  readonly fields: Readonly<Record<string, FieldError[]>>
  constructor(fields: Readonly<Record<string, FieldError[]>>, detail?: FieldError) {
    super({ code: 'invalid', detail })
    this.fields = fields
  }
}

/** A change without `If-Match`. */
export class PreconditionRequired extends Refusal {
  readonly status = 428
  constructor() {
    super({ code: 'precondition-required' })
  }
}

export class TooMany extends Refusal {
  readonly status = 429
  /** Seconds. */
  readonly retryAfter: number
  constructor(retryAfter: number, detail?: FieldError) {
    super({ code: 'too-many', detail })
    this.retryAfter = retryAfter
  }
}

/** Not ready to answer yet: the database is out of reach or not migrated. */
export class Unavailable extends Refusal {
  readonly status = 503
  constructor() {
    super({ code: 'unavailable' })
  }
}
