import type { z } from 'zod'
import type { RecordCondition } from '../contract/condition.ts'
import type { Kind } from '../contract/kinds.ts'
import type { FieldFormat } from '../contract/metadata.ts'
import type { Operator } from '../contract/operators.ts'
import type { Mask } from './mask.ts'

/** What every kind accepts beside its own options. */
export interface FieldOptions {
  /** A record without a value is refused. Left out, the field may be empty (`null`). */
  readonly required?: boolean
  /**
   * No two records may hold the same value; `'brand'`: no two with the same value in the field `brand` (empty is a value too);
   * `'brand root'`: no two under the same root of the tree that the belongsTo `brand` points to.
   */
  readonly unique?: boolean | string
  /** Demanded only while the record fulfils this. */
  readonly requiredWhen?: RecordCondition
  /** Taken when a new record does not say. */
  readonly default?: unknown
  /**
   * Taken, when a record is made, from the record that a belongsTo points to: `'customer.brand'`. It stays as it was when that
   * one changes.
   */
  readonly copiedFrom?: `${string}.${string}`
  /** A sentence under the input, pt-BR. */
  readonly help?: string
  /** Set by actions and hooks only, never by a client. */
  readonly readOnly?: boolean
  /** Set when the record is made, and by actions; never changed by a client. */
  readonly createOnly?: boolean
  /** Shown, and demanded, only while the record fulfils this; stored as `null` otherwise. */
  readonly visibleWhen?: RecordCondition
  /** Personal data in the sense of the LGPD: kept out of addresses and logs. */
  readonly personal?: boolean
  /** A text of which only a part is shown but to those who may `reveal` it. */
  readonly masked?: boolean
  /** An index of its own, for lists that sort or filter by it often. */
  readonly index?: boolean
  /** Said, pt-BR, when a save changed this field alone. */
  readonly message?: string
  /** Takes the whole width of a section. */
  readonly wide?: boolean
  /** virtual: the condition that is its value. */
  readonly when?: RecordCondition
  /** virtual: the fields `get` reads. */
  readonly from?: readonly string[]
  /** virtual: works its value out from the fields of `from`. */
  readonly get?: (record: never) => unknown
  /** belongsTo, manyToMany: only records that fulfil this may be chosen. */
  readonly where?: RecordCondition
  /** belongsTo: only records may be chosen whose field of this name is empty, or names what this record's does, or something above it in the tree. */
  readonly reaches?: string
  /** belongsTo: taken when a new record does not say, and when the present choice no longer reaches it: the nearest that fulfils this. */
  readonly preset?: RecordCondition
  /** boolean: true on one record at most of those with the same value in this field; setting it on one takes it from the other. */
  readonly onePer?: string
  /** manyToMany: the system table that holds the pairs, where it is not one of the field's own. */
  readonly through?: Through
}

/** A table of pairs with its two columns, which may know more of a pair: who granted it, and when it ends. */
export interface Through {
  readonly table: string
  readonly owner: string
  readonly target: string
  /** It has `granted_by`, `granted_at` and `expires_at`. */
  readonly granted?: boolean
}

/** The options of a kind whose default is a value of type `V`. */
export interface OptionsFor<V> extends FieldOptions {
  readonly default?: V
}

/** The options as they were written, none of them but those the kind knows: TypeScript alone lets a misspelt one through beside a right one. */
export type Only<O, Known> = O & { readonly [K in Exclude<keyof O, keyof Known>]: never }

/** How a value lies in the database; the same word gives the right column on both engines. */
export type Column =
  | { readonly type: 'string'; readonly length: number }
  | { readonly type: 'text' }
  | { readonly type: 'integer' }
  /** Stored as an integer, `scale` digits moved, so that both engines keep it exact. */
  | { readonly type: 'decimal'; readonly scale: number }
  | { readonly type: 'boolean' }
  /** `YYYY-MM-DD` */
  | { readonly type: 'date' }
  /** An instant in UTC; on the wire ISO 8601 with milliseconds and `Z`. */
  | { readonly type: 'instant' }
  | { readonly type: 'json' }
  /** A JSON array of strings that filters look into. */
  | { readonly type: 'list' }
  /** The id of a row of another resource. */
  | { readonly type: 'reference'; readonly resource: string; readonly onDelete?: 'restrict' | 'cascade' }

/** How a text field is found and sorted. */
export interface TextSearch {
  /**
   * `folded`: a column of its own holds the value in lower case without accents.
   * `stored`: the stored form serves (digits, lower-case e-mail).
   */
  readonly column: 'folded' | 'stored'
  /** Brings what a person typed into the form of that column; empty when it cannot match. */
  readonly normalise: (typed: string) => string
}

/**
 * A field as a kind returns it.
 * `Value` is what the API returns, `Input` what it takes; `types` carries both for inference and never exists at run time.
 * `O` is the options as they were written. By itself it is only some object: `text('Nome', { maxLength: 9 })` shares no option with `FieldOptions`,
 * and TypeScript would not take it for a field.
 */
export interface Field<K extends Kind = Kind, Value = unknown, Input = unknown, O extends object = object> {
  readonly kind: K
  /** pt-BR. */
  readonly label: string
  readonly options: O & FieldOptions
  /** `null` for a value that is not a column: virtual, and manyToMany, which has a table of its own. */
  readonly column: Column | null
  /** From the wire to the stored value; never sees `null`. Custom messages are keys of the words. */
  readonly input: z.ZodType
  /** The value on the wire, for OpenAPI. */
  readonly output: z.ZodType
  readonly operators: readonly Operator[]
  readonly format: FieldFormat
  readonly search?: TextSearch
  /** Brings a text into its stored form without judging it, so that a filter for `111.444.777-35` finds `11144477735`; left out: as it is. */
  readonly normalise?: (typed: string) => string
  readonly sortable: boolean
  /** What of a masked value is shown; left out: nothing. */
  readonly mask?: Mask
  readonly types?: { readonly value: Value; readonly input: Input }
}

export type Fields = { readonly [name: string]: Field }

/** Reads the two ways of calling a kind with a customary label: `cpf({ … })` and `cpf('CPF do titular', { … })`. */
export function labelled<O>(
  customary: string,
  labelOrOptions?: string | O,
  options?: O,
): { label: string; options: O } {
  return typeof labelOrOptions === 'string'
    ? { label: labelOrOptions, options: options ?? ({} as O) }
    : { label: customary, options: labelOrOptions ?? ({} as O) }
}

export const equality = ['eq', 'ne', 'in', 'nin', 'null'] as const satisfies Operator[]
export const comparison = [...equality, 'gt', 'gte', 'lt', 'lte', 'between'] as const satisfies Operator[]
export const textual = [...equality, 'like', 'starts'] as const satisfies Operator[]
