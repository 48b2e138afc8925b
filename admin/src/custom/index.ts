import type { RecordBase, ResourceMeta } from '@ficha/api/contract'
import type { ComponentType, LazyExoticComponent } from 'react'

/** What a component that a tab names is given. */
export interface CustomPartProps {
  resource: ResourceMeta
  /** The record as it was read last. */
  record: RecordBase & { readonly [field: string]: unknown }
  form: PartForm
}

/** The form of the record page, for components that change fields of the record: those that `fields` of their tab names. */
export interface PartForm {
  /** What the form holds of a field: what was changed, else what is saved. */
  value: (field: string) => unknown
  /** Changes a field; the bar at the foot of the page saves it. */
  change: (field: string, value: unknown) => void
  /** Whether this person may change the field of this record. */
  canChange: (field: string) => boolean
  /** What the API refused of one of a list that a field holds, until the field is changed. */
  errorsAt: (field: string, place: number) => readonly string[]
  /** The fields that a save would send. */
  changes: { readonly [field: string]: unknown }
  /** Has a question asked before anything is saved; what it answers takes the question back. */
  beforeSave: (ask: (changes: { readonly [field: string]: unknown }) => Promise<SaveAnswer>) => () => void
  /** Opens another tab of the page, by the name of its component. */
  openPart: (component: string) => void
}

/** False keeps changes from being sent; `overrides` names what the API would refuse and the person wants all the same (`X-Override`). */
export type SaveAnswer = boolean | { readonly overrides: readonly string[] }

export type CustomPart = LazyExoticComponent<ComponentType<CustomPartProps>>

/**
 * The components that tabs may name, loaded when their tab is opened.
 * @example BrandMap: lazy(() => import('./BrandMap.tsx').then((module) => ({ default: module.BrandMap }))),
 */
export const custom = {} satisfies Record<string, CustomPart>
