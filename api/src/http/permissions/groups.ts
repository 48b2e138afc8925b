import { type Context, Hono } from 'hono'
import { demand } from '../../access/access.ts'
import { today } from '../../contract/formats/date.ts'
import type { Panel } from '../../records/panel.ts'
import { groupsOf } from '../../records/permissions/asker.ts'
import { demandMembers, putMember, removeMember } from '../../records/permissions/change-members.ts'
import { members } from '../../records/permissions/members.ts'
import { exportGroups } from '../../records/permissions/transfer/export.ts'
import { applyImport, checkImport, demandImport } from '../../records/permissions/transfer/import.ts'
import type { Env } from '../env.ts'
import { jsonBody } from '../floor/json-body.ts'
import { idOf } from '../resources/parameters.ts'
import { valid, wellFormed } from '../valid.ts'
import { exportQuery, fileBody, importQuery, memberBody } from './bodies.ts'
import { asked, askerOf } from './routes.ts'

/** Where files of groups are taken in: they may be larger than other bodies. */
export const importPath = (panel: Panel): string => `/api/${groupsOf(panel).path}/import`

const maxFileBytes = 8 * 1024 * 1024

/** What groups have beside what every resource has: members, and files to carry them elsewhere. Stands before the addresses of their records. */
export function groupRoutes(panel: Panel): Hono<Env> {
  const asker = (c: Context<Env>) => askerOf(panel, c)
  const readers = asked(panel, ({ person }) => demand(person, 'read', groupsOf(panel)))
  const assigners = asked(panel, demandMembers)
  return new Hono<Env>()
    .get('/export', readers, wellFormed('query', exportQuery), async (c) => {
      const file = await exportGroups(asker(c), c.req.valid('query').id)
      c.header('Content-Disposition', `attachment; filename="permission-groups-${today()}.json"`)
      return c.json(file)
    })
    .post(
      '/import',
      asked(panel, demandImport),
      wellFormed('query', importQuery),
      jsonBody({ maxBytes: maxFileBytes }),
      valid('json', fileBody(panel.resources)),
      async (c) => {
        const take = c.req.valid('query').mode === 'apply' ? applyImport : checkImport
        return c.json(await take(asker(c), c.req.valid('json')))
      },
    )
    .get('/:id/members', readers, async (c) => c.json(await members(asker(c), idOf(c.req.param('id')))))
    .post('/:id/members', assigners, valid('json', memberBody), async (c) => {
      const { member, isNew } = await putMember(asker(c), idOf(c.req.param('id')), c.req.valid('json'))
      return c.json(member, isNew ? 201 : 200)
    })
    .delete('/:id/members/:user', assigners, async (c) => {
      await removeMember(asker(c), idOf(c.req.param('id')), idOf(c.req.param('user')))
      return c.body(null, 204)
    })
}
