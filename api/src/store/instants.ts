import { bindOf } from './sql/columns.ts'
import type { Engine } from './sql/text.ts'
import type { Bind } from './types.ts'

/** A time in milliseconds in the form an instant is stored and compared in. */
export function instantBind(engine: Engine, ms: number): Bind {
  return bindOf(engine, { type: 'instant' }, new Date(ms).toISOString())
}

/** A stored instant in milliseconds: SQLite gives a text, PostgreSQL a Date. */
export function msOf(instant: unknown): number {
  return (instant instanceof Date ? instant : new Date(String(instant))).getTime()
}

/** The second it is, in milliseconds: what ends by the clock is looked at again in the next. */
export function thisSecondMs(): number {
  return Math.floor(Date.now() / 1_000) * 1_000
}
