import type { Resource } from '../../define/resource.ts'
import { type Condition, conditionSql } from '../sql/condition.ts'
import { quoted, type SqlText } from '../sql/text.ts'

/** The conditions that decide per row what of it is shown, each worked out once a row however much hangs on it. */
export class Bits {
  readonly #columns = new Map<string, { name: string; condition: Condition }>()

  /** The expression that says whether a row fulfils the condition; undefined when every row does. */
  of(condition: Condition): string | undefined {
    if (condition.is === 'always') return undefined
    if (condition.is === 'never') return '1 = 0'
    const key = JSON.stringify(condition)
    const known = this.#columns.get(key)
    // No field is called like this: names of fields do not begin with an underscore.
    const name = known?.name ?? `_b${this.#columns.size}`
    if (!known) this.#columns.set(key, { name, condition })
    return `t.${quoted(name)}`
  }

  get isEmpty(): boolean {
    return this.#columns.size === 0
  }

  /** The columns of a sub-select over the rows `t` that the expressions name: true or false, also where a value is empty. */
  columns(text: SqlText, resource: Resource): string[] {
    return [...this.#columns.values()].map(
      ({ name, condition }) => `(${conditionSql(text, resource, condition, 't')}) IS TRUE AS ${quoted(name)}`,
    )
  }
}
