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
  /** The fields that a save would send. */
  changes: { readonly [field: string]: unknown }
  /** Has a question asked before anything is saved: an answer of false keeps it from being sent. The answer takes the question back. */
  beforeSave: (ask: (changes: { readonly [field: string]: unknown }) => Promise<boolean>) => () => void
  /** Opens another tab of the page, by the name of its component. */
  openPart: (component: string) => void
}

export type CustomPart = LazyExoticComponent<ComponentType<CustomPartProps>>

/**
 * The components that tabs may name, loaded when their tab is opened.
 * @example BrandMap: lazy(() => import('./BrandMap.tsx').then((module) => ({ default: module.BrandMap }))),
 */
export const custom = {} satisfies Record<string, CustomPart>
