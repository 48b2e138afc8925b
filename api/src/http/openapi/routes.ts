import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { LRUCache } from 'lru-cache'
import { readableFields, writableFields } from '../../access/access.ts'
import type { Person } from '../../access/person.ts'
import { rowsOf } from '../../access/rows.ts'
import type { Resource } from '../../define/resource.ts'
import { type OpenApi, openApi } from '../../derive/openapi/document.ts'
import type { Seen } from '../../derive/openapi/seen.ts'
import { bodyTag } from '../../records/body-tag.ts'
import type { Panel } from '../../records/panel.ts'
import type { Env } from '../env.ts'
import { answerUnlessKnown } from '../resources/answer.ts'
import { docsPage } from './page.ts'
import { otherPaths } from './paths.ts'

interface Kept {
  document: OpenApi
  json: string
}

/** `GET /openapi.json` and `GET /docs`: the API described for programs and for people, cut to what this person may know. */
export function openApiRoutes({ resources }: Pick<Panel, 'resources'>): Hono<Env> {
  const kept = new LRUCache<string, Kept>({ max: 20 })

  function documentOf(person: Person): Kept {
    const visible = Object.values(resources)
      .filter((resource) => rowsOf(person, 'read', resource).is !== 'never')
      .map((resource) => seenBy(person, resource))
    const key = JSON.stringify(visible.map(({ resource, ...names }) => [resource.name, names]))
    const known = kept.get(key)
    if (known) return known
    const document = openApi({ resources, visible, otherPaths: otherPaths(resources) })
    const made = { document, json: JSON.stringify(document) }
    kept.set(key, made)
    return made
  }

  return new Hono<Env>()
    .get('/openapi.json', (c) => {
      const { json } = documentOf(c.var.person)
      return answerUnlessKnown(c, json, bodyTag(json))
    })
    .get('/docs', (c) => {
      const nonce = randomBytes(16).toString('base64')
      const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
      c.header('Content-Security-Policy', policy)
      return c.html(docsPage(documentOf(c.var.person).document, nonce))
    })
}

function seenBy(person: Person, resource: Resource): Seen {
  const may = (action: string) => rowsOf(person, action, resource).is !== 'never'
  return {
    resource,
    read: readableFields(person, resource),
    create: may('create') ? writableFields(person, 'create', resource) : [],
    update: may('update') ? writableFields(person, 'update', resource) : [],
    actions: Object.keys(resource.actions).filter(may),
    delete: may('delete'),
  }
}
