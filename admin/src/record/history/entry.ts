import { lazy } from 'react'
import type { Entry } from '../extensions.ts'

/** Shows what happened to a record. */
export const historyEntry: Entry = {
  name: 'history',
  label: 'history.open',
  icon: 'history',
  on: 'record',
  offered: () => true,
  Dialog: lazy(() => import('./HistoryDrawer.tsx').then((module) => ({ default: module.HistoryDrawer }))),
}
