import { lazy } from 'react'
import type { Extensions } from '../record/extensions.ts'

/** What permissions add to the pages of records; nothing of it is loaded before it is opened. */
export const permissionExtensions: Extensions = {
  parts: {
    PermissionMatrix: lazy(() =>
      import('./matrix/PermissionMatrix.tsx').then((module) => ({ default: module.PermissionMatrix })),
    ),
  },
  companions: {},
  entries: [],
}
