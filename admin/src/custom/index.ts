import type { RecordBase, ResourceMeta } from '@ficha/api/contract'
import type { ComponentType, LazyExoticComponent } from 'react'

/** What a component that a tab names is given. */
export interface CustomPartProps {
  resource: ResourceMeta
  record: RecordBase & { readonly [field: string]: unknown }
}

export type CustomPart = LazyExoticComponent<ComponentType<CustomPartProps>>

/**
 * The components that tabs may name, loaded when their tab is opened.
 * @example BrandMap: lazy(() => import('./BrandMap.tsx').then((module) => ({ default: module.BrandMap }))),
 */
export const custom = {} satisfies Record<string, CustomPart>
