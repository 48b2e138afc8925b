import type * as resources from './index.ts'

type Resources = typeof resources

declare module '../define/registry.ts' {
  interface Registry extends Resources {}
}
