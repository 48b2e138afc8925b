import { z } from 'zod'

/**
 * One line that a person can read: trimmed, without control characters, line separators or half a surrogate pair.
 * PostgreSQL refuses NUL and halves; a line break in a name breaks whatever shows it.
 */
export function plainLine(): z.ZodString {
  return z
    .string()
    .trim()
    .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, { error: 'invalid.controlCharacter' })
}

/** Lines that a person can read: ends trimmed, every break a `\n`, no control character but that and the tab. */
export function plainLines(): z.ZodString {
  return z
    .string()
    .overwrite(normaliseLines)
    .regex(/^[\n\t -~\u00a0-\ud7ff\ue000-\u{10ffff}]*$/u, { error: 'invalid.controlCharacter' })
}

/** Every break a `\n`, ends trimmed. */
export function normaliseLines(typed: string): string {
  return typed.replace(/\r\n?/g, '\n').trim()
}

interface Format {
  /** Brings what was typed into the stored form; what it cannot read it leaves for `isValid` to refuse. */
  normalise: (typed: string) => string
  isValid: (text: string) => boolean
  /** A key of the words. */
  error: string
  /** Characters as typed, mask included. */
  maxLength: number
}

/** A text with a format of its own: CPF, telephone, web address. */
export function formatted({ normalise, isValid, error, maxLength }: Format): z.ZodString {
  return z.string().max(maxLength, { error, abort: true }).overwrite(normalise).refine(isValid, { error })
}
