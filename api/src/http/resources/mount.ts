import type { Hono } from 'hono'
import type { Panel } from '../../records/panel.ts'
import type { Env } from '../env.ts'
import { metaRoutes } from './meta.ts'
import { resourceRoutes } from './routes.ts'

/** Puts every resource, and the metadata about them, under `/api`; who asks must be known before. */
export function mountResources(api: Hono<Env>, panel: Panel): void {
  api.route('/meta', metaRoutes(panel))
  for (const resource of Object.values(panel.resources)) api.route(`/${resource.path}`, resourceRoutes(panel, resource))
}
