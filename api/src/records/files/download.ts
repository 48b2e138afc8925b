import type { Readable } from 'node:stream'
import { rowsOf } from '../../access/rows.ts'
import { Missing } from '../../contract/errors.ts'
import { isPicture, type StoredFile } from '../../contract/formats/file.ts'
import { thumbnailOf } from '../../store/files/file-store.ts'
import { findFile } from '../../store/files/rows.ts'
import { thumbnailType } from '../../store/files/thumbnail.ts'
import { readRecord } from '../../store/read/page.ts'
import { all } from '../../store/sql/condition.ts'
import { projectionOf } from '../list.ts'
import type { Asking } from '../panel.ts'
import { demandDownloadable, storeOf } from './destination.ts'

export interface FileOfRecord {
  readonly id: number
  readonly field: string
  /** The small picture of an image. */
  readonly thumbnail: boolean
}

/** A file that may be handed out. */
export interface Download {
  readonly name: string
  readonly type: string
  /** Bytes, where they are known before. */
  readonly size?: number
  readonly etag: string
  open(): Promise<Readable>
}

/**
 * The file of a record in this person's view.
 * @throws Forbidden naming the field; Missing where there is no such record, or no file that this person may read in it
 */
export async function download(asking: Asking, { id, field, thumbnail }: FileOfRecord): Promise<Download> {
  demandDownloadable(asking, field)
  const shown = await fileOf(asking, id, field)
  const file = shown && (await findFile(asking.panel.database, shown.id))
  if (!file || (thumbnail && !isPicture(file.type))) throw new Missing()
  const { name, size, type, sha256, storedAs } = file
  const tag = sha256.slice(0, 32)
  const store = storeOf(asking.panel)
  return thumbnail
    ? {
        name: name.replace(/[^.]*$/, 'webp'),
        type: thumbnailType,
        etag: `"${tag}-t"`,
        open: () => store.open(thumbnailOf(storedAs)),
      }
    : { name, type, size, etag: `"${tag}"`, open: () => store.open(storedAs) }
}

/** A field that is hidden in this record is as absent here as in the record. */
async function fileOf(asking: Asking, id: number, field: string): Promise<StoredFile | undefined> {
  const { panel, person, resource } = asking
  const where = all([{ is: 'field', field: 'id', operator: 'eq', value: id }, rowsOf(person, 'read', resource)])
  const json = await readRecord(panel.database, panel.database.engine, { ...projectionOf(asking, [field]), where })
  if (json === undefined) throw new Missing()
  return JSON.parse(json)[field] ?? undefined
}
