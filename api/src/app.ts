import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import type { Logger } from 'pino'
import type { Resources } from './define/resource.ts'
import type { Subjects } from './define/subject.ts'
import { authRoutes } from './http/auth/routes.ts'
import type { Env } from './http/env.ts'
import { eventRoutes } from './http/events.ts'
import { context } from './http/floor/context.ts'
import { jsonBody } from './http/floor/json-body.ts'
import { knownMethods } from './http/floor/known-methods.ts'
import { noStore } from './http/floor/no-store.ts'
import { requestLog } from './http/floor/request-log.ts'
import { sameOrigin } from './http/floor/same-origin.ts'
import { securityHeaders } from './http/floor/security-headers.ts'
import { wellFormedAddress } from './http/floor/well-formed-address.ts'
import { healthRoutes } from './http/health.ts'
import { openApiRoutes } from './http/openapi/routes.ts'
import { importPath } from './http/permissions/groups.ts'
import { mountPermissions } from './http/permissions/mount.ts'
import { notFound, problems } from './http/problems.ts'
import { requireOwnPassword, requirePerson } from './http/require-person.ts'
import { uploadPath } from './http/resources/files.ts'
import { mountResources } from './http/resources/mount.ts'
import { adminFolder, adminRoutes } from './http/static.ts'
import { makePanel } from './records/panel.ts'
import type { Settings } from './settings.ts'
import { filesIn } from './store/files/folder.ts'
import { openMail } from './store/mail.ts'
import type { Database } from './store/types.ts'

interface AppParts {
  resources: Resources
  /** What rules for the logins of customers speak of. */
  platform?: Subjects
  /** Opened and migrated. */
  database: Database
  settings: Settings
  log: Logger
  /** Aborted when the process is about to end, so that answers without an end do; left out, they go on. */
  farewell?: AbortSignal
  /** Where the built admin is; left out, the API looks for it, and goes without when it has not been built. */
  admin?: string
}

/** The whole of Ficha behind one `fetch`: the API of the resources, and the admin. Nothing starts, nothing listens. */
export function createApp({
  resources,
  platform,
  database,
  settings,
  log,
  farewell,
  admin = adminFolder(),
}: AppParts): Hono<Env> {
  const mail =
    settings.mail && openMail({ ...settings.mail, report: (failure) => log.error(failure, 'e-mail not sent') })
  const panel = makePanel({
    resources,
    platform,
    database,
    secret: settings.secret,
    origin: originOf(settings),
    mail,
    files: filesIn(settings.dataFolder),
  })
  const sessions = { database, times: settings.session }
  const app = new Hono<Env>()
  app.onError(problems(log))
  app.notFound(notFound)

  app.use(
    requestId({ limitLength: 64 }),
    context(settings),
    requestLog(log),
    securityHeaders(settings),
    knownMethods(app),
    wellFormedAddress,
  )
  app.route('/', healthRoutes(database))

  const api = new Hono<Env>()
  api.use(noStore, sameOrigin(settings), jsonBody({ except: [importPath(panel), uploadPath] }))
  api.route('/auth', authRoutes({ panel, sessions, settings }))
  api.route('/events', eventRoutes({ sessions, resources, farewell, log }))
  api.use(requirePerson(sessions, resources), requireOwnPassword)
  mountPermissions(api, panel)
  mountResources(api, panel)
  api.route('/', openApiRoutes(panel))
  app.route('/api', api)

  if (admin !== undefined) app.route('/', adminRoutes(admin))
  return app
}

/** Where people reach the panel, as far as its settings know. */
function originOf({ publicOrigin, port }: Settings): string {
  return publicOrigin ?? `http://localhost:${port}`
}
