import type { Resources } from '../../define/resource.ts'
import { idParameter, operation, type Paths } from '../../derive/openapi/operations.ts'
import { linkBody, linkPasswordBody } from '../auth/link.ts'
import { passwordBody } from '../auth/password.ts'
import { setUpBody } from '../auth/set-up.ts'
import { credentials } from '../auth/sign-in.ts'
import { answer, done, given } from './parts.ts'
import { permissionPaths } from './permissions.ts'
import { healthShape, linkShape, meShape, metadataShape, sessionsShape, signedInShape } from './shapes.ts'

const cookie = { 'Set-Cookie': { type: 'string' } }

/** The addresses that are not of a resource, from the schemas that their handlers validate with. */
export function otherPaths(resources: Resources): Paths {
  return { ...authPaths(resources), ...panelPaths(), ...permissionPaths(resources), ...healthPaths() }
}

function authPaths(resources: Resources): Paths {
  const tag = 'auth'
  const open = true
  return {
    '/api/auth/sign-in': {
      post: operation({
        operationId: 'signIn',
        summary: 'Sign in',
        tag,
        open,
        body: given(credentials),
        judges: false,
        answers: { 200: { ...answer('Signed in', signedInShape), headers: cookie } },
        problems: [401, 403, 429],
      }),
    },
    '/api/auth/sign-out': {
      post: operation({ operationId: 'signOut', summary: 'Sign out', tag, open, answers: done, problems: [403] }),
    },
    '/api/auth/set-up': {
      post: operation({
        operationId: 'setUp',
        summary: 'Make the first administrator by the link in the log',
        tag,
        open,
        body: given(setUpBody),
        answers: { 200: { ...answer('Signed in', signedInShape), headers: cookie } },
        problems: [403],
      }),
    },
    '/api/auth/link': {
      post: operation({
        operationId: 'readLink',
        summary: 'Whose password a one-time link is for',
        tag,
        open,
        body: given(linkBody),
        answers: { 200: answer('Whose it is', linkShape) },
        problems: [403],
      }),
    },
    '/api/auth/link/password': {
      post: operation({
        operationId: 'setPassword',
        summary: 'Set a password by a one-time link',
        tag,
        open,
        body: given(linkPasswordBody({ resources })),
        answers: { 200: { ...answer('Signed in', signedInShape), headers: cookie } },
        problems: [403],
      }),
    },
    '/api/auth/me': {
      get: operation({
        operationId: 'me',
        summary: 'Who one is',
        tag,
        answers: { 200: answer('The person', meShape) },
      }),
    },
    '/api/auth/password': {
      post: operation({
        operationId: 'changePassword',
        summary: "Change one's own password",
        tag,
        body: given(passwordBody({ resources })),
        answers: done,
        problems: [429],
      }),
    },
    '/api/auth/sessions': {
      get: operation({
        operationId: 'listSessions',
        summary: "Where one's account is open",
        tag,
        answers: { 200: answer('Sessions', sessionsShape) },
      }),
      delete: operation({ operationId: 'endOtherSessions', summary: 'End all sessions but this', tag, answers: done }),
    },
    '/api/auth/sessions/{id}': {
      delete: operation({
        operationId: 'endSession',
        summary: 'End one session',
        tag,
        parameters: [idParameter],
        answers: done,
        problems: [404],
      }),
    },
  }
}

function panelPaths(): Paths {
  const tag = 'panel'
  return {
    '/api/meta': {
      get: operation({
        operationId: 'meta',
        summary: 'The resources one may see',
        tag,
        answers: {
          200: { ...answer('Metadata', metadataShape), headers: { ETag: { type: 'string' } } },
          304: { description: 'Nothing changed', schema: null },
        },
      }),
    },
    '/api/events': {
      get: operation({
        operationId: 'events',
        summary: 'What changes for one while one listens: server-sent events',
        tag,
        answers: {
          200: {
            description: '`rights` with `{ "version": … }`',
            schema: { type: 'string' },
            mediaType: 'text/event-stream',
          },
        },
        problems: [429],
      }),
    },
    '/api/openapi.json': {
      get: operation({
        operationId: 'openapi',
        summary: 'This document',
        tag,
        answers: {
          200: { description: 'OpenAPI 3.1', schema: { type: 'object' }, headers: { ETag: { type: 'string' } } },
          304: { description: 'Nothing changed', schema: null },
        },
      }),
    },
    '/api/docs': {
      get: operation({
        operationId: 'docs',
        summary: 'This document as a page',
        tag,
        answers: { 200: { description: 'A page', schema: { type: 'string' }, mediaType: 'text/html' } },
      }),
    },
  }
}

function healthPaths(): Paths {
  const health = (operationId: string, summary: string, status: 'ok' | 'ready', problems: number[]) =>
    operation({
      operationId,
      summary,
      tag: 'health',
      open: true,
      answers: { 200: answer(summary, healthShape(status)) },
      problems,
    })
  return {
    '/healthz': { get: health('healthz', 'The process answers', 'ok', []) },
    '/readyz': { get: health('readyz', 'The database answers and is migrated', 'ready', [503]) },
  }
}
