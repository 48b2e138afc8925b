import { lazy } from 'react'
import { currentSession } from '../providers/session.ts'
import type { Entry, Extensions, Offered } from '../record/extensions.ts'
import { seesRights } from './explain/seesRights.ts'

/** A group, or the list of them, whose rules this person may read. */
const isReadGroup = ({ resource, record, can }: Offered): boolean =>
  resource.name === 'permissionGroup' && can('read', 'permissionGroup', record, 'rules')

const entries: readonly Entry[] = [
  {
    name: 'why',
    label: 'permission.why.entry',
    icon: 'question',
    on: 'record',
    offered: () => true,
    Dialog: lazy(() => import('./explain/WhyEntry.tsx').then((module) => ({ default: module.WhyEntry }))),
  },
  {
    name: 'whyInList',
    label: 'permission.why.entry',
    icon: 'question',
    on: 'list',
    offered: ({ can, resource }) => !can('create', resource.name),
    Dialog: lazy(() => import('./explain/WhyEntry.tsx').then((module) => ({ default: module.WhyEntry }))),
  },
  {
    name: 'who',
    label: 'permission.who',
    icon: 'team',
    on: 'record',
    offered: seesRights,
    Dialog: lazy(() => import('./explain/WhoDialog.tsx').then((module) => ({ default: module.WhoDialog }))),
  },
  {
    name: 'viewAs',
    label: 'permission.viewAs',
    icon: 'eye',
    on: 'record',
    offered: (about) => {
      const { resource, record } = about
      const { me } = currentSession()
      if (me?.viewing || !seesRights(about)) return false
      if (resource.name === 'user') return record?.id !== me?.user.id && record?.active !== false
      return resource.name === 'permissionGroup' && record?.audience === 'staff'
    },
    Dialog: lazy(() => import('./viewAs/ViewAsDialog.tsx').then((module) => ({ default: module.ViewAsDialog }))),
  },
  {
    name: 'copy',
    label: 'permission.copy.entry',
    icon: 'copy',
    on: 'record',
    offered: (about) =>
      isReadGroup(about) &&
      about.can('create', 'permissionGroup') &&
      about.can('create', 'permissionGroup', undefined, 'rules'),
    Dialog: lazy(() => import('./transfer/CopyDialog.tsx').then((module) => ({ default: module.CopyDialog }))),
  },
  {
    name: 'compare',
    label: 'permission.compare.entry',
    icon: 'diff',
    on: 'record',
    offered: isReadGroup,
    Dialog: lazy(() => import('./compare/CompareDialog.tsx').then((module) => ({ default: module.CompareDialog }))),
  },
  {
    name: 'export',
    label: 'permission.export',
    icon: 'export',
    on: 'record',
    // The system group is the same in every panel, and no file holds it.
    offered: (about) => isReadGroup(about) && about.record?.system !== true,
    Dialog: lazy(() => import('./transfer/ExportDialog.tsx').then((module) => ({ default: module.ExportDialog }))),
  },
  {
    name: 'exportSeveral',
    label: 'permission.export',
    icon: 'export',
    on: 'list',
    offered: isReadGroup,
    Dialog: lazy(() => import('./transfer/ExportDialog.tsx').then((module) => ({ default: module.ExportDialog }))),
  },
  {
    name: 'import',
    label: 'permission.import',
    icon: 'import',
    on: 'list',
    offered: (about) =>
      isReadGroup(about) && (about.can('create', 'permissionGroup') || about.can('update', 'permissionGroup')),
    Dialog: lazy(() => import('./transfer/ImportDialog.tsx').then((module) => ({ default: module.ImportDialog }))),
  },
]

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
  clashes: {
    permissionRules: lazy(() => import('./clash/RulesClash.tsx').then((module) => ({ default: module.RulesClash }))),
  },
  entries,
  Why: lazy(() => import('./explain/WhyDialog.tsx').then((module) => ({ default: module.WhyDialog }))),
}
