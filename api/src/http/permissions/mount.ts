import type { Hono } from 'hono'
import type { Panel } from '../../records/panel.ts'
import { groupsOf } from '../../records/permissions/asker.ts'
import type { Env } from '../env.ts'
import { groupRoutes } from './groups.ts'
import { permissionRoutes } from './routes.ts'

/** Puts what is to be asked about rights under `/api`; before the resources, whose addresses take any word for an id. */
export function mountPermissions(api: Hono<Env>, panel: Panel): void {
  api.route('/permissions', permissionRoutes(panel))
  api.route(`/${groupsOf(panel).path}`, groupRoutes(panel))
}
