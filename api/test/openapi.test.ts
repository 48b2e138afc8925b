import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { samples } from '../src/define/kinds/samples.ts'
import { openApi } from '../src/derive/openapi/document.ts'
import { otherPaths } from '../src/http/openapi/paths.ts'
import { Described } from './described.ts'
import { panel, panelOf, zooPanel } from './panel.ts'
import { taskResources } from './task.ts'
import { plainKinds, zooResources } from './zoo.ts'

const apps = [
  ['the shipped product', panel],
  ['any resources', zooPanel],
  ['actions of every sort', () => panelOf('tasks', taskResources)],
] as const

describe.each(apps)('the document of %s', (_, open) => {
  test('is OpenAPI 3.1', async () => {
    const { administrator } = await open()
    const { status, headers, body } = await administrator.send('GET', '/api/openapi.json')
    expect([status, headers.get('Content-Type')]).toEqual([200, 'application/json'])
    const validator = new Validator()
    const result = await validator.validate(body)
    expect(result).toMatchObject({ valid: true })
    expect(validator.version).toBe('3.1')
  })

  test('names every operation once, and points nowhere that is not', async () => {
    const { administrator } = await open()
    const { text, body } = await administrator.send('GET', '/api/openapi.json')
    const ids = new Described(body).operations().map(({ operation }) => operation.operationId)
    expect(ids).toEqual([...new Set(ids)])
    const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    expect(named.filter((name) => !(name && name in body.components.schemas))).toEqual([])
  })

  test('tells every address that the app answers at, and no other', async () => {
    const { administrator, app } = await open()
    const document = new Described((await administrator.send('GET', '/api/openapi.json')).body)
    const handled = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    const told = document.operations().map(({ method, path }) => `${method} ${path}`)
    expect(told.toSorted()).toEqual([...new Set(handled)].toSorted())
  })

  test('tells nothing that is not answered', async () => {
    const { administrator } = await open()
    const { body } = await administrator.send('GET', '/api/openapi.json')
    for (const { method, path } of new Described(body).operations()) {
      const { status, body } = await administrator.send(method, path.replace('{id}', '999'), {
        headers: { 'If-Match': '*' },
        ...(method !== 'GET' && { body: { nothing: 1 } }),
      })
      const isThere = status !== 405 && (status !== 404 || body.code === 'missing')
      expect({ method, path, isThere, isFault: status >= 500 }).toEqual({ method, path, isThere: true, isFault: false })
    }
  })
})

test('whoever may see nothing is told of nothing but what is their own', async () => {
  const { as } = await zooPanel()
  const nobody = await as('nobody')
  const { status, body, text } = await nobody.send('GET', '/api/openapi.json')
  expect(status).toBe(200)
  expect(Object.keys(body.components.schemas)).toEqual(['Filter', 'Problem'])
  expect(text).not.toMatch(/visits|enclosure/i)
  expect((await nobody.send('GET', '/api/docs')).text).not.toMatch(/visits|enclosure/i)
})

test('the document that has not changed is not sent again', async () => {
  const { administrator } = await zooPanel()
  const { headers } = await administrator.send('GET', '/api/openapi.json')
  const again = await administrator.send('GET', '/api/openapi.json', {
    headers: { 'If-None-Match': headers.get('ETag') ?? '' },
  })
  expect([again.status, again.text]).toEqual([304, ''])
})

test('the page about the API needs no script and no other host', async () => {
  const { administrator } = await zooPanel()
  const { status, headers, text } = await administrator.send('GET', '/api/docs')
  expect([status, headers.get('Content-Type')]).toEqual([200, 'text/html; charset=UTF-8'])
  const [, nonce] = /style-src 'nonce-([^']+)'/.exec(headers.get('Content-Security-Policy') ?? '') ?? []
  expect(text).toContain(`<style nonce="${nonce}">`)
  expect(text).not.toMatch(/<(script|link|img|iframe)|href="(?!#|\/api\/)/)
  for (const path of ['/api/visits/{id}', '/api/visits/actions/closeAll', '/api/auth/sign-in'])
    expect(text).toContain(`<code>${path}</code>`)
})

describe('the body of a record', () => {
  const document = new Described(openApi({ resources: zooResources, otherPaths: otherPaths(zooResources) }))
  const errors = (schema: string, body: unknown) => document.errors(`#/components/schemas/${schema}`, body)

  test.each(plainKinds)('takes what is good of the kind %s as it is stored', (kind) => {
    for (const [, read] of samples[kind].good) {
      expect(errors('ZooCreate', { name: 'Zoo', [`${kind}Value`]: read })).toEqual([])
      expect(errors('ZooUpdate', { [`${kind}Value`]: read })).toEqual([])
    }
  })

  test.each(['ZooCreate', 'ZooUpdate', 'VisitCreate', 'VisitMove'])(
    'of %s takes no key that does not exist',
    (schema) => {
      expect(errors(schema, { name: 'Zoo', nothing: 1 })).toContain(' must NOT have additional properties')
    },
  )

  test('asks for what is required, and not for what has a default or only the server sets', () => {
    expect(errors('VisitCreate', {})).toEqual([
      " must have required property 'visitor'",
      " must have required property 'enclosure'",
    ])
    expect(errors('VisitUpdate', {})).toEqual([])
    expect(errors('VisitUpdate', { enclosure: 1 })).toHaveLength(1)
    expect(errors('VisitCreate', { visitor: 'Ana', enclosure: 1, stamps: 1 })).toHaveLength(1)
  })
})
