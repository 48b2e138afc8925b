import type { z } from 'zod'
import { type FieldError, Forbidden, Invalid, type Params, type Refusal } from '../contract/errors.ts'
import { isWordKey, type WordKey } from '../contract/words/index.ts'

type Issue = z.core.$ZodIssue

/** The refusal that a failed parse means: an unknown key is refused like one that may not be written, wrong values are invalid fields. */
export function refusalOf({ issues }: { readonly issues: readonly Issue[] }): Refusal {
  for (const issue of issues) {
    const [name] = issue.code === 'unrecognized_keys' ? issue.keys : []
    if (name !== undefined)
      return new Forbidden({ detail: { key: 'forbidden.field', params: { field: name.slice(0, 100) } } })
  }
  const fields = new Map<string, FieldError[]>()
  for (const issue of issues) {
    const path = issue.path.join('.')
    fields.set(path, [...(fields.get(path) ?? []), wordsOfIssue(issue)])
  }
  const [whole] = fields.get('') ?? []
  fields.delete('')
  return new Invalid(Object.fromEntries(fields), whole)
}

/**
 * What is wrong with one value, in our words. A schema's own message is a key of the words;
 * everything else follows from the kind of the issue.
 */
export function wordsOfIssue(issue: Issue): FieldError {
  if (isWordKey(issue.message)) return { key: issue.message, params: paramsOf(issue) }
  switch (issue.code) {
    case 'invalid_type':
      return { key: isAbsent(issue) ? 'invalid.required' : 'invalid.type' }
    case 'too_small':
      return { key: tooSmall(issue), params: { minimum: String(issue.minimum) } }
    case 'too_big':
      return { key: tooBig(issue), params: { maximum: String(issue.maximum) } }
    case 'invalid_value':
    case 'invalid_union':
      return { key: 'invalid.choice' }
    case 'not_multiple_of':
      return { key: 'invalid.multiple', params: { step: issue.divisor } }
    default:
      return { key: 'invalid.format' }
  }
}

/** zod leaves the input out of an issue, and tells a missing value from a wrong one in its message alone. */
function isAbsent({ message }: Issue): boolean {
  return /received (undefined|null)$/.test(message)
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): WordKey {
  if (origin === 'string') return Number(minimum) === 1 ? 'invalid.required' : 'invalid.tooShort'
  if (origin === 'array' || origin === 'set') return 'invalid.tooFew'
  return inclusive === false ? 'invalid.above' : 'invalid.tooSmall'
}

function tooBig({ origin, inclusive }: z.core.$ZodIssueTooBig): WordKey {
  if (origin === 'string') return 'invalid.tooLong'
  if (origin === 'array' || origin === 'set') return 'invalid.tooManyItems'
  return inclusive === false ? 'invalid.below' : 'invalid.tooBig'
}

/** Values for the placeholders of a schema's own message: its `params`, and the limits zod knows. */
function paramsOf(issue: Issue): Params {
  const own = issue.code === 'custom' ? issue.params : undefined
  const limits = {
    minimum: issue.code === 'too_small' ? issue.minimum : undefined,
    maximum: issue.code === 'too_big' ? issue.maximum : undefined,
  }
  const usable = Object.entries({ ...limits, ...own }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(usable.map(([name, value]) => [name, String(value)]))
}
