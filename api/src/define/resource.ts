import pluralize from 'pluralize'
import type { RecordCondition } from '../contract/condition.ts'
import type { Action } from './action.ts'
import type { Fields } from './field.ts'
import type { Relations } from './relation.ts'

/** Names a field of every record beside its own: they may be listed and sorted, never declared. */
export type BaseField = 'id' | 'createdAt' | 'updatedAt'

export const baseFields = ['id', 'createdAt', 'updatedAt'] as const satisfies BaseField[]

export interface ListDefinition<Name extends string> {
  readonly columns: readonly (Name | BaseField)[]
  readonly filters?: readonly (Name | BaseField)[]
  /** Fields that the search box looks into. */
  readonly search?: readonly Name[]
  /** `name` ascends, `-createdAt` descends. Left out: by title. */
  readonly sort?: Name | BaseField | `-${Name | BaseField}`
}

export interface SectionDefinition<Name extends string> {
  readonly title?: string
  readonly fields: readonly (Name | BaseField)[]
}

/** A part of the record page: sections of fields, related records under them or alone, or a component of `admin/src/custom`. */
export type TabDefinition<Name extends string, RelationName extends string> = {
  readonly title: string
  /** Shown only while the record fulfils this. */
  readonly visibleWhen?: RecordCondition
} & (
  | {
      readonly sections: readonly SectionDefinition<Name>[]
      readonly related?: undefined
      readonly component?: undefined
    }
  | {
      readonly sections?: readonly SectionDefinition<Name>[]
      readonly related: RelationName
      readonly columns?: readonly string[]
      /** Added, edited and deleted in place. */
      readonly inline?: boolean
      readonly component?: undefined
    }
  | {
      readonly component: string
      /** The fields it shows and changes; whoever may read none of them has no such tab. */
      readonly fields?: readonly Name[]
      readonly sections?: undefined
      readonly related?: undefined
    }
)

/** What a developer writes; read by `defineResource`. */
export interface ResourceDefinition<
  F extends Fields,
  R extends Relations,
  A extends { readonly [name: string]: Action },
> {
  /** Singular and plural, pt-BR. */
  readonly label: readonly [string, string]
  readonly icon: string
  /** The group of the menu; left out, the resource is a part of others and has no entry of its own. */
  readonly menu?: string
  /** The field whose value names a record. */
  readonly title: NoInfer<keyof F & string>
  readonly facts?: readonly NoInfer<keyof F & string>[]
  readonly fields: F
  readonly relations?: R
  /** The belongsTo field that makes the records a tree. */
  readonly tree?: NoInfer<keyof F & string>
  /** Fields that have all a value or none of them: `[['rg', 'rgIssuer']]`. */
  readonly together?: readonly (readonly NoInfer<keyof F & string>[])[]
  /** Fields of which one at least has a value: `[['phone', 'email']]`. */
  readonly anyOf?: readonly (readonly NoInfer<keyof F & string>[])[]
  readonly list: ListDefinition<NoInfer<keyof F & string>>
  readonly tabs: readonly TabDefinition<NoInfer<keyof F & string>, NoInfer<keyof R & string>>[]
  readonly actions?: A
  /** Words that rules may use beside the actions, for what other parts of the application ask: name -> pt-BR. */
  readonly verbs?: { readonly [name: string]: string }
  /** Composite indexes for lists that filter and sort at once. */
  readonly indexes?: readonly (readonly NoInfer<keyof F & string>[])[]
}

/** A resource as everything below a definition reads it: defaults filled in. */
export interface Resource<
  N extends string = string,
  F extends Fields = Fields,
  R extends Relations = Relations,
  A extends { readonly [name: string]: Action } = { readonly [name: string]: Action },
> {
  readonly name: N
  /** `payment-methods` */
  readonly path: string
  /** `payment_methods` */
  readonly table: string
  readonly label: readonly [string, string]
  readonly icon: string
  readonly menu?: string
  readonly title: string
  readonly facts: readonly string[]
  readonly fields: F
  readonly relations: R
  readonly tree?: string
  readonly together: readonly (readonly string[])[]
  readonly anyOf: readonly (readonly string[])[]
  readonly list: {
    readonly columns: readonly string[]
    readonly filters: readonly string[]
    readonly search: readonly string[]
    readonly sort: string
  }
  readonly tabs: readonly TabDefinition<string, string>[]
  readonly actions: A
  readonly verbs: { readonly [name: string]: string }
  readonly indexes: readonly (readonly string[])[]
}

/** Every resource of an app by its name. */
export type Resources = { readonly [name: string]: Resource }

/**
 * Defines a resource: its table, its API, its validation, its permissions vocabulary, its documentation and its screens.
 * @example defineResource('brand', { label: ['Marca', 'Marcas'], icon: 'tags', title: 'name', fields: { name: text('Nome') }, list: { columns: ['name'] }, tabs: [] })
 */
export function defineResource<
  const N extends string,
  F extends Fields,
  R extends Relations = Record<never, never>,
  A extends { readonly [name: string]: Action } = Record<never, never>,
>(name: N, definition: ResourceDefinition<F, R, A>): Resource<N, F, R, A> {
  const words = inWords(pluralize(name))
  return {
    ...definition,
    name,
    path: words.join('-'),
    table: words.join('_'),
    facts: definition.facts ?? [],
    relations: definition.relations ?? ({} as R),
    together: definition.together ?? [],
    anyOf: definition.anyOf ?? [],
    list: {
      columns: definition.list.columns,
      filters: definition.list.filters ?? [],
      search: definition.list.search ?? [],
      sort: definition.list.sort ?? definition.title,
    },
    actions: definition.actions ?? ({} as A),
    verbs: { ...definition.verbs, ...(Object.values(definition.fields).some(isMasked) && maskedVerbs) },
    indexes: definition.indexes ?? [],
  }
}

const isMasked = ({ options }: Fields[string]) => options.masked === true

/** What rules may say of masked fields: that they are shown whole, or whole for a while to whoever says why. */
export const maskedVerbs = { reveal: 'Ver por inteiro', revealWithReason: 'Revelar com motivo' }

/** `paymentMethod` -> `['payment', 'method']` */
export function inWords(identifier: string): string[] {
  return identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ')
}
