import { z } from 'zod'
import { audiences } from '../../contract/permissions.ts'
import type { Resources } from '../../define/resource.ts'
import { idParameter, idSchema, operation, type Paths, query } from '../../derive/openapi/operations.ts'
import { draftBody, explainBody, fileBody, memberBody, viewBody } from '../permissions/bodies.ts'
import {
  explanationShape,
  fileShape,
  impactShape,
  importShape,
  memberShape,
  reviewShape,
  vocabularyShape,
  whoShape,
} from '../permissions/shapes.ts'
import { answer, done, given } from './parts.ts'
import { viewingShape } from './shapes.ts'

const text = { type: 'string' }

/** The addresses about who may do what. */
export function permissionPaths(resources: Resources): Paths {
  return { ...questions(resources), ...groupPaths(resources) }
}

function questions(resources: Resources): Paths {
  const tag = 'permissions'
  const draft = given(draftBody(resources))
  return {
    '/api/permissions/vocabulary': {
      get: operation({
        operationId: 'vocabulary',
        summary: 'What rules can speak of',
        tag,
        parameters: [query('audience', { type: 'string', enum: [...audiences], default: 'staff' })],
        answers: { 200: answer('Subjects with their actions and fields', vocabularyShape) },
      }),
    },
    '/api/permissions/explain': {
      post: operation({
        operationId: 'explain',
        summary: 'Why somebody may, or may not, do something',
        tag,
        body: given(explainBody),
        answers: { 200: answer('The answer with the rules that speak about it', explanationShape) },
        problems: [404],
      }),
    },
    '/api/permissions/who': {
      get: operation({
        operationId: 'who',
        summary: 'Everybody who may do something',
        tag,
        parameters: [
          { ...query('subject', text), required: true },
          { ...query('action', text), required: true },
          query('id', idSchema, 'Of this record; left out: of any.'),
          query('field', text),
        ],
        answers: { 200: answer('Users', whoShape) },
        problems: [404],
      }),
    },
    '/api/permissions/review': {
      post: operation({
        operationId: 'reviewGroup',
        summary: 'What is wrong or odd about a group as it would be saved',
        tag,
        body: draft,
        answers: { 200: answer('Remarks', reviewShape) },
        problems: [404],
      }),
    },
    '/api/permissions/impact': {
      post: operation({
        operationId: 'impactOfGroup',
        summary: 'What a group would change as it would be saved',
        tag,
        body: draft,
        answers: { 200: answer('What its members gain and lose', impactShape) },
        problems: [404],
      }),
    },
    '/api/permissions/view-as': {
      post: operation({
        operationId: 'viewAs',
        summary: 'See the panel as somebody else does, read only',
        tag,
        body: given(viewBody),
        answers: { 200: answer('Through whose eyes', viewingShape) },
        problems: [404],
      }),
      delete: operation({
        operationId: 'viewAsOneself',
        summary: 'See the panel as oneself again',
        tag,
        answers: done,
      }),
    },
  }
}

function groupPaths({ permissionGroup }: Resources): Paths {
  const tag = 'permissions'
  const path = `/api/${permissionGroup?.path}`
  const member = answer('The membership', memberShape)
  const user = { ...idParameter, name: 'user' }
  return {
    [`${path}/export`]: {
      get: operation({
        operationId: 'exportGroups',
        summary: 'Groups as a file',
        tag,
        parameters: [query('id', { type: 'array', items: idSchema }, 'Repeated; left out: all that one sees.')],
        answers: { 200: { ...answer('The file', fileShape), headers: { 'Content-Disposition': text } } },
        problems: [404],
      }),
    },
    [`${path}/import`]: {
      post: operation({
        operationId: 'importGroups',
        summary: 'Take a file of groups in, or see what that would change',
        tag,
        parameters: [{ ...query('mode', { type: 'string', enum: ['check', 'apply'] }), required: true }],
        body: given(fileBody({ ...(permissionGroup && { permissionGroup }) })),
        answers: { 200: answer('What changes, group by group', importShape) },
        problems: [404, 409],
      }),
    },
    [`${path}/{id}/members`]: {
      get: operation({
        operationId: 'listMembers',
        summary: 'Who is in a group',
        tag,
        parameters: [idParameter],
        answers: { 200: answer('Memberships, the latest first', z.array(memberShape)) },
        problems: [404],
      }),
      post: operation({
        operationId: 'putMember',
        summary: 'Put a user into a group, or move the end of their membership',
        tag,
        parameters: [idParameter],
        body: given(memberBody),
        answers: { 200: member, 201: member },
        problems: [404, 409],
      }),
    },
    [`${path}/{id}/members/{user}`]: {
      delete: operation({
        operationId: 'removeMember',
        summary: 'Take a user out of a group',
        tag,
        parameters: [idParameter, user],
        answers: done,
        problems: [404, 409],
      }),
    },
  }
}
