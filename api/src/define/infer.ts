import type { RecordBase, Reference } from '../contract/metadata.ts'
import type { Field, Fields } from './field.ts'
import type { Registry, ResourceName } from './registry.ts'

type FieldsOf<R> = R extends { readonly fields: infer F extends Fields } ? F : never
type ValueOf<F> = F extends { readonly types?: { readonly value: infer V } } ? V : never
type InputOf<F> = F extends { readonly types?: { readonly input: infer I } } ? I : never
type Has<F, O> = F extends { readonly options: O } ? true : false

type WriteOnly<F> =
  F extends Field<'password', infer _V, infer _I, infer _O>
    ? true
    : F extends { readonly kind: 'password' }
      ? true
      : false
type Computed<F> = F extends { readonly kind: 'virtual' } ? true : false
type NotWritable<F> = Computed<F> extends true ? true : Has<F, { readonly readOnly: true }>
type Needed<F> =
  Has<F, { readonly required: true }> extends true
    ? F extends { readonly options: { readonly default: infer D } }
      ? undefined extends D
        ? true
        : false
      : true
    : false

/** Many records that are none are the empty list. */
type AlwaysThere<F> = F extends { readonly kind: 'manyToMany' } ? true : Has<F, { readonly required: true }>
type Read<F> = AlwaysThere<F> extends true ? ValueOf<F> : ValueOf<F> | null
type Written<F> = AlwaysThere<F> extends true ? InputOf<F> : InputOf<F> | null
type Flat<T> = { [K in keyof T]: T[K] }

/** A record as the API returns it. */
export type RecordOf<R> = Flat<
  Omit<RecordBase, '_access'> & {
    [K in keyof FieldsOf<R> as WriteOnly<FieldsOf<R>[K]> extends true ? never : K]: Read<FieldsOf<R>[K]>
  }
>

/** What creating a record takes: required fields without a default must be there, read-only ones must not. */
export type CreateOf<R> = Flat<
  {
    [K in keyof FieldsOf<R> as NotWritable<FieldsOf<R>[K]> extends true
      ? never
      : Needed<FieldsOf<R>[K]> extends true
        ? K
        : never]: InputOf<FieldsOf<R>[K]>
  } & {
    [K in keyof FieldsOf<R> as NotWritable<FieldsOf<R>[K]> extends true
      ? never
      : Needed<FieldsOf<R>[K]> extends true
        ? never
        : K]?: Written<FieldsOf<R>[K]>
  } & Confirmations<FieldsOf<R>>
>

/** What changing a record takes: any of the fields, but no read-only and no create-only one. */
export type UpdateOf<R> = Flat<
  {
    [K in keyof FieldsOf<R> as NotWritable<FieldsOf<R>[K]> extends true
      ? never
      : Has<FieldsOf<R>[K], { readonly createOnly: true }> extends true
        ? never
        : K]?: Written<FieldsOf<R>[K]>
  } & Confirmations<FieldsOf<R>>
>

type Confirmations<F extends Fields> = {
  [K in keyof F & string as WriteOnly<F[K]> extends true ? `${K}Confirmation` : never]?: string
}

/** What an action's dialog hands to `run`. */
export type ActionInputOf<F extends Fields> = Flat<
  { [K in keyof F as Has<F[K], { readonly required: true }> extends true ? K : never]: InputOf<F[K]> } & {
    [K in keyof F as Has<F[K], { readonly required: true }> extends true ? never : K]?: Written<F[K]>
  }
>

/** The record type of a resource by its name. */
export type RecordNamed<N extends ResourceName> = RecordOf<Registry[N]>

export type { Reference }
