import type { ResourceMeta, WordKey } from '@ficha/api/contract'
import { type ComponentType, createContext, type LazyExoticComponent, use } from 'react'
import type { CustomPart } from '../custom/index.ts'
import { type Access, useAccess } from '../providers/access.ts'
import type { Row } from './page/row.ts'

/** What rooms above this one add to the pages of records; the app hands it in. Everything in it is loaded when it is opened. */
export interface Extensions {
  /** Components that tabs may name beside those of `custom`. */
  readonly parts: Readonly<Record<string, CustomPart>>
  /** By the name of a resource: what stands on its record pages whatever tab is open. */
  readonly companions: Readonly<Record<string, CustomPart>>
  /** By kind: how a value that two people changed is told against what it was; its cell where left out. */
  readonly clashes: Readonly<Record<string, LazyExoticComponent<ComponentType<ClashValueProps>>>>
  /** More entries of the menus of lists and records. */
  readonly entries: readonly Entry[]
  /** Explains a refusal. */
  readonly Why?: LazyExoticComponent<ComponentType<WhyProps>>
}

/** An entry of a menu that opens a dialog. */
export interface Entry {
  readonly name: string
  readonly label: WordKey
  /** A name of `providers/icons.ts`. */
  readonly icon: string
  readonly on: 'record' | 'list'
  /** Whether it stands in the menu of this list or record. */
  readonly offered: (about: Offered) => boolean
  readonly Dialog: LazyExoticComponent<ComponentType<EntryDialogProps>>
}

export interface Offered extends Access {
  resource: ResourceMeta
  /** Absent in a list. */
  record?: Row
}

export interface EntryDialogProps {
  resource: ResourceMeta
  record?: Row
  onClose: () => void
}

/** What somebody may not do, or would like to know about. */
export interface Asked {
  action: string
  subject: string
  id?: number
  field?: string
}

/** One side of a conflict. */
export interface ClashValueProps {
  value: unknown
  /** What both sides began with, as the API returned it. */
  original: unknown
  record: Row
}

export interface WhyProps {
  asked: Asked
  onClose: () => void
}

export const ExtensionsContext = createContext<Extensions>({ parts: {}, companions: {}, clashes: {}, entries: [] })

export const useExtensions = (): Extensions => use(ExtensionsContext)

/** The entries of the menu of a list, or of a record. */
export function useEntries(resource: ResourceMeta, record?: Row): Entry[] {
  const { can } = useAccess()
  const on = record ? 'record' : 'list'
  return useExtensions().entries.filter((entry) => entry.on === on && entry.offered({ resource, record, can }))
}
