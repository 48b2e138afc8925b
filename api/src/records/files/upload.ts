import { randomBytes } from 'node:crypto'
import { TooMany } from '../../contract/errors.ts'
import { fileFormats, isPicture, type StoredFile } from '../../contract/formats/file.ts'
import { thumbnailOf } from '../../store/files/file-store.ts'
import { beginFile, countUnclaimed, finishFile } from '../../store/files/rows.ts'
import { BadImage, makeThumbnail } from '../../store/files/thumbnail.ts'
import type { Asking } from '../panel.ts'
import { Content } from './content.ts'
import { demandUploadable, storeOf } from './destination.ts'
import { plainName } from './name.ts'
import { takeAway } from './removal.ts'

/** How long an upload waits for a record to be saved with it. */
const lifeMs = 24 * 60 * 60_000

/** Uploads of one person that wait for a record at the same time. */
const maxUnclaimed = 200

/** A file as it arrives. */
export interface Arriving {
  /** As the client calls it. */
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
}

/**
 * Takes a file for a field: whoever uploads it may then name it in a record.
 * @throws Forbidden, Invalid under the field, TooLarge, TooMany; nothing is kept then
 */
export async function upload(asking: Asking, field: string, { name: given, content }: Arriving): Promise<StoredFile> {
  const { panel, language } = asking
  const accepted = demandUploadable(asking, field)
  const name = plainName(given)
  const arriving = new Content({ ...accepted, field, name, language })
  const { type } = fileFormats[arriving.format]
  const files = storeOf(panel)
  const key = `f_${randomBytes(16).toString('base64url')}`
  const storedAs = randomBytes(16).toString('hex')
  await begin(asking, { key, storedAs, field, name, type })
  try {
    await files.put(storedAs, arriving.check(content))
    if (isPicture(type)) {
      const thumbnail = await makeThumbnail(await files.open(storedAs)).catch((error: unknown) => {
        throw error instanceof BadImage ? arriving.badImage(error) : error
      })
      await files.put(thumbnailOf(storedAs), [thumbnail])
    }
    const { size, sha256 } = arriving.measured()
    await panel.database.write((scope) => finishFile(scope, key, { size, sha256 }))
    return { id: key, name, size, type }
  } catch (error) {
    // What fails here too is taken away once its time is over.
    await takeAway(panel, [{ key, storedAs }]).catch(() => undefined)
    throw error
  }
}

interface Beginning {
  key: string
  storedAs: string
  field: string
  name: string
  type: string
}

async function begin({ panel, person, resource }: Asking, file: Beginning): Promise<void> {
  const { engine } = panel.database
  const user = person.user.id
  await panel.database.write(async (scope) => {
    const isPerson = user > 0
    if (isPerson && (await countUnclaimed(engine, scope, user)) >= maxUnclaimed)
      throw new TooMany(60 * 60, { key: 'problem.too-many.uploads', params: { seconds: 60 * 60 } })
    await beginFile(engine, scope, { ...file, resource: resource.name, user, expiresAt: Date.now() + lifeMs })
  })
}
