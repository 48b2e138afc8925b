import type { Condition } from '../../store/sql/condition.ts'

/** A rule as it holds for somebody: judged, its conditions read and, unless kept symbolic, their placeholders filled in. */
export interface HeldRule {
  /** `r_17` */
  readonly id: string
  readonly group: { readonly id: number; readonly name: string }
  readonly actions: readonly string[]
  readonly subject: string
  /** Null: every field there is now and later. */
  readonly fields: readonly string[] | null
  readonly inverted: boolean
  readonly condition: Condition
  /** What a record must fulfil after a change; null: the condition again. */
  readonly check: Condition | null
  readonly reason: string | null
}
