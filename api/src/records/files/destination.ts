import { mayRead, writableFields } from '../../access/access.ts'
import { rowsOf } from '../../access/rows.ts'
import { Forbidden } from '../../contract/errors.ts'
import type { FileFormat } from '../../contract/formats/file.ts'
import { isFile } from '../../derive/files.ts'
import type { FileStore } from '../../store/files/file-store.ts'
import type { Asking, Panel } from '../panel.ts'

/** What a field takes. */
export interface Accepted {
  readonly accept: readonly FileFormat[]
  readonly maxBytes: number
}

/**
 * What a field takes of somebody who may set it on some record, a new one or one that is there.
 * @throws Forbidden naming the field; one that does not exist, or holds no file, is refused in the same way
 */
export function demandUploadable({ person, resource }: Asking, name: string): Accepted {
  const field = Object.hasOwn(resource.fields, name) ? resource.fields[name] : undefined
  const maySet = (['create', 'update'] as const).some(
    (action) =>
      rowsOf(person, action, resource).is !== 'never' && writableFields(person, action, resource).includes(name),
  )
  const { accept, maxBytes } = field?.format ?? {}
  if (!field || !isFile(field) || !maySet || !accept || maxBytes === undefined) throw refusal(name)
  return { accept, maxBytes }
}

/** @throws Forbidden naming the field, when it holds no file that this person may ever read */
export function demandDownloadable({ person, resource }: Asking, name: string): void {
  const field = Object.hasOwn(resource.fields, name) ? resource.fields[name] : undefined
  if (!field || !isFile(field) || !mayRead(person, resource, name)) throw refusal(name)
}

function refusal(name: string): Forbidden {
  return new Forbidden({ detail: { key: 'forbidden.field', params: { field: name.slice(0, 100) } } })
}

/** Where the contents of files lie. */
export function storeOf({ files }: Panel): FileStore {
  if (!files) throw new Error('This panel was made without a file store.')
  return files
}
