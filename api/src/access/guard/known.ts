import type { Literal } from './literal.ts'

/** What is known of one field or relation. The same object stands for the same facts, so that what follows from them is worked out once. */
export interface Known {
  readonly literals: readonly Literal[]
  /** Whether a literal contradicts it, by its code. */
  readonly refusals: Map<number, boolean>
  /** The same with one fact more, by its code. */
  readonly more: Map<number, Known>
}

/** That nothing is known yet. */
export function nothingKnown(): Known {
  return known([])
}

/** What is known when a literal is taken for a fact. */
export function learned(before: Known, literal: Literal): Known {
  const kept = before.more.get(literal.code) ?? known([...before.literals, literal])
  before.more.set(literal.code, kept)
  return kept
}

function known(literals: readonly Literal[]): Known {
  return { literals, refusals: new Map(), more: new Map() }
}
