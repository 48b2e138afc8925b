import { lazy } from 'react'
import type { Extensions } from '../record/extensions.ts'

/** What permissions add to the pages of records; nothing of it is loaded before it is opened. */
export const permissionExtensions: Extensions = {
  parts: {
    PermissionMatrix: lazy(() =>
      import('./matrix/PermissionMatrix.tsx').then((module) => ({ default: module.PermissionMatrix })),
    ),
    PermissionMembers: lazy(() =>
      import('./members/PermissionMembers.tsx').then((module) => ({ default: module.PermissionMembers })),
    ),
    PermissionTests: lazy(() =>
      import('./tests/PermissionTests.tsx').then((module) => ({ default: module.PermissionTests })),
    ),
  },
  companions: {
    permissionGroup: lazy(() =>
      import('./impact/GroupCompanion.tsx').then((module) => ({ default: module.GroupCompanion })),
    ),
  },
  entries: [],
}
