import type { Fields } from './field.ts'

/**
 * Something of another system that rules speak of: it has no table here. Its rules are stored, judged by that system, and
 * shown with the labels given here.
 */
export interface Subject {
  readonly name: string
  /** Singular and plural, pt-BR. */
  readonly label: readonly [string, string]
  /** A name of `admin/src/providers/icons.ts`. */
  readonly icon: string
  /** What may be done to it: name -> pt-BR. */
  readonly actions: { readonly [name: string]: string }
  readonly fields: Fields
}

/** Subjects by their names. */
export type Subjects = { readonly [name: string]: Subject }

/** Declares a subject of another system, its fields by the kinds of this one. */
export function defineSubject(name: string, definition: Omit<Subject, 'name'>): Subject {
  return { ...definition, name }
}
