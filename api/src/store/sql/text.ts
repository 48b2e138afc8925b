import type { Resources } from '../../define/resource.ts'
import type { Bind, Database, Row } from '../types.ts'

export type Engine = Database['engine']

/** What runs a statement: the database, or a transaction. */
export interface Reader {
  read<R extends object = Row>(sql: string, binds?: readonly Bind[]): Promise<R[]>
}

/** A statement being written: its text may name only placeholders that `bind` gave out. */
export class SqlText {
  readonly engine: Engine
  /** Where conditions reach through relations. */
  readonly resources: Resources
  readonly binds: Bind[] = []
  /** How many of the binds are the present: what is written with one is not good for later. */
  moments = 0
  #aliases = 0

  constructor(engine: Engine, resources: Resources) {
    this.engine = engine
    this.resources = resources
  }

  /** A name for the rows of a sub-select that no other sub-select of the statement has. */
  alias(): string {
    this.#aliases += 1
    return `x${this.#aliases}`
  }

  /** Takes a value and gives the placeholder that stands for it. */
  bind(value: Bind): string {
    this.binds.push(value)
    return `$${this.binds.length}`
  }

  /** The same for a value that is the present. */
  bindMoment(value: Bind): string {
    this.moments += 1
    return this.bind(value)
  }
}

/** A name made by us from a definition, quoted: both engines read `"customers"` alike. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A constant text. Only for constants of definitions: values of people are bound. */
export function constant(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** `%` and `_` mean themselves in a pattern that ends with `ESCAPE '\'`. */
export function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
