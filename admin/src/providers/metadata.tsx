import type { Metadata, ResourceMeta } from '@ficha/api/contract'
import { createContext, type PropsWithChildren, use, useMemo } from 'react'
import { rememberPaths } from './paths.ts'

const MetadataContext = createContext<Metadata | undefined>(undefined)

/** Gives the pages what the API says about its resources; they are kept out of Refine's `resources`, whose `meta` enters every query key. */
export function MetadataProvider({ metadata, children }: PropsWithChildren<{ metadata: Metadata }>) {
  useMemo(() => rememberPaths(metadata.resources), [metadata])
  return <MetadataContext value={metadata}>{children}</MetadataContext>
}

/** The resources this person may see, in the order of the menu. */
export function useMetadata(): Metadata {
  const metadata = use(MetadataContext)
  if (!metadata) throw new Error('useMetadata needs a MetadataProvider above it')
  return metadata
}

/** @throws Error when this person's metadata has no resource of this name. */
export function useResourceMeta(name: string): ResourceMeta {
  const resource = useMetadata().resources.find((candidate) => candidate.name === name)
  if (!resource) throw new Error(`The metadata has no resource "${name}"`)
  return resource
}

/** The resource of an address such as `/customers`. */
export function useResourceByPath(path: string): ResourceMeta | undefined {
  return useMetadata().resources.find((candidate) => candidate.path === path)
}
