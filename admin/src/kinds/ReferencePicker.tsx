import { lazy, Suspense } from 'react'
import type { PickerProps } from './picker.ts'
import { SearchPicker } from './SearchPicker.tsx'

const TreePicker = lazy(() => import('./TreePicker.tsx').then((module) => ({ default: module.TreePicker })))

/** Chooses records of another resource: by searching, and in a tree also by opening its branches. */
export function ReferencePicker({ tree, ...props }: PickerProps & { tree?: boolean }) {
  if (!tree) return <SearchPicker {...props} />
  // Until the tree is loaded its place shows the value, and takes no click that the exchange would swallow.
  const soon = (
    <div inert>
      <SearchPicker {...props} opens={false} />
    </div>
  )
  return (
    <Suspense fallback={soon}>
      <TreePicker {...props} />
    </Suspense>
  )
}
