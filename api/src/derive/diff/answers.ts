import type { ColumnSchema } from '../schema.ts'
import type { Constant } from '../steps.ts'

/** What a person decided about changes that could lose something. Keys are `table` or `table.column`. */
export interface Answers {
  /** Old name -> new name, the new one without its table. */
  readonly rename: ReadonlyMap<string, string>
  /** What may be lost. */
  readonly drop: ReadonlySet<string>
  /** Columns that may hold less than before; values that do not fit stop the migration. */
  readonly narrow: ReadonlySet<string>
  /** The value that existing rows get in a column that may no longer be empty, in its stored form. */
  readonly fill: ReadonlyMap<string, string>
}

/** A decision that only a person can take. */
export type Question =
  | {
      readonly ask: 'gone'
      readonly what: string
      readonly of: 'table' | 'column'
      readonly candidates: readonly string[]
    }
  | { readonly ask: 'replace'; readonly what: string; readonly before: string; readonly after: string }
  | { readonly ask: 'narrow'; readonly what: string; readonly before: string; readonly after: string }
  | { readonly ask: 'fill'; readonly what: string; readonly type: string }

export const noAnswers: Answers = { rename: new Map(), drop: new Set(), narrow: new Set(), fill: new Map() }

/** The question as a sentence, and the flags that answer it. */
export function inWordsWithFlags(question: Question): { text: string; flags: string[] } {
  const { what } = question
  switch (question.ask) {
    case 'gone':
      return {
        text: `The ${question.of} ${what} is no longer in the definitions.`,
        flags: [...question.candidates.map((to) => `--rename ${what}=${to}`), `--drop ${what}`],
      }
    case 'replace':
      return {
        text: `The column ${what} changes from ${question.before} to ${question.after}, which keeps no values. To keep them, add a step of your own.`,
        flags: [`--drop ${what}`],
      }
    case 'narrow':
      return {
        text: `The column ${what} is to hold less: ${question.after} instead of ${question.before}.`,
        flags: [`--narrow ${what}`],
      }
    case 'fill':
      return {
        text: `The column ${what} may not be empty and has no default: existing rows need a value.`,
        flags: [`--fill ${what}=<${question.type}>`],
      }
  }
}

/** `string(80)`, as questions name a type. */
export function typeName({ type, length }: ColumnSchema): string {
  return length === undefined ? type : `${type}(${length})`
}

/** An answer in the stored form of its column. */
export function constantOf({ type }: ColumnSchema, answer: string): Constant {
  if (type === 'boolean') return answer === 'true'
  return type === 'integer' || type === 'bigint' || type === 'decimal' ? Number(answer) : answer
}
