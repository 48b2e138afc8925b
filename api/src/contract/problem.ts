/** The body of every error answer, `application/problem+json` (RFC 9457), texts in the language asked for. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  /** The same text as `detail`, where Refine looks for it. */
  message: string
  code: ProblemCode
  /** Of a 422: field -> what is wrong with it. */
  errors?: Record<string, string[]>
  /** Of a 403: what was refused. */
  action?: string
  subject?: string
  field?: string
  /** Of a 403: the rule that refused, and what it says about why. */
  rule?: string
  reason?: string
  /** Of a 412: the record as it is now, in this person's view. */
  current?: Record<string, unknown>
}

export const problemCodes = [
  'malformed',
  'unauthenticated',
  'wrong-credentials',
  'forbidden',
  'cross-site',
  'password-change-required',
  'escalation',
  'system-group',
  'read-only',
  'missing',
  'method-not-allowed',
  'conflict',
  'stale',
  'too-large',
  'unsupported-media-type',
  'invalid',
  'precondition-required',
  'too-many',
  'unexpected',
  'unavailable',
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** A save that is odd but allowed says so in `_warnings`. */
export interface Warning {
  field: string
  text: string
}
