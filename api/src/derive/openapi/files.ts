import { fileFormats } from '../../contract/formats/file.ts'
import type { Resource } from '../../define/resource.ts'
import { fileFields } from '../files.ts'
import { sentence } from '../labels.ts'
import { idParameter, operation, type Paths, pathParameter, query } from './operations.ts'
import { type JsonSchema, schemaName } from './schemas.ts'
import type { Seen } from './seen.ts'

/** The addresses of the files of a resource, for the fields that the reader may fill or read. */
export function filePaths({ resource, read, create, update }: Seen): Paths {
  const fields = fileFields(resource)
  const uploaded = fields.filter((name) => create.includes(name) || update.includes(name))
  const downloaded = fields.filter((name) => read.includes(name))
  return {
    ...(uploaded.length > 0 && { [`/api/${resource.path}/files/{field}`]: { post: uploading(resource, uploaded) } }),
    ...(downloaded.length > 0 && {
      [`/api/${resource.path}/{id}/files/{field}`]: { get: downloading(resource, downloaded) },
    }),
  }
}

function uploading(resource: Resource, fields: readonly string[]) {
  return operation({
    operationId: `upload${schemaName(resource)}File`,
    summary: `Upload a file for a field; a save then names its id: ${wordsOf(resource)}`,
    tag: resource.path,
    parameters: [pathParameter('field', fields)],
    body: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
    },
    bodyType: 'multipart/form-data',
    answers: { 201: { description: 'The upload', schema: storedFile } },
    problems: [429],
  })
}

function downloading(resource: Resource, fields: readonly string[]) {
  const formats = fields.flatMap((name) => resource.fields[name]?.format.accept ?? [])
  const types = new Set<string>(formats.map((format) => fileFormats[format].type))
  const hasPictures = formats.some((format) => format !== 'pdf')
  return operation({
    operationId: `download${schemaName(resource)}File`,
    summary: `The file of a record: ${wordsOf(resource)}`,
    tag: resource.path,
    parameters: [
      idParameter,
      pathParameter('field', fields),
      query('size', { type: 'string', enum: ['thumbnail'] }, 'A small picture of an image, WebP.'),
    ],
    answers: {
      200: {
        description: 'The file',
        schema: {},
        mediaType: [...types, ...(hasPictures ? ['image/webp'] : [])],
        headers: { ETag: { type: 'string' }, 'Content-Disposition': { type: 'string' } },
      },
      304: { description: 'Nothing changed', schema: null },
    },
    problems: [404],
  })
}

const wordsOf = ({ name }: Resource) => sentence(name).toLowerCase()

const storedFile: JsonSchema = {
  type: 'object',
  required: ['id', 'name', 'size', 'type'],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    size: { type: 'integer' },
    type: { type: 'string' },
  },
  additionalProperties: false,
}
