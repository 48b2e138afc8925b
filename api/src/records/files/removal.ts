import { thumbnailOf } from '../../store/files/file-store.ts'
import { filesToGo, forgetFile, letFilesGo, letUnclaimedGo, type Stored } from '../../store/files/rows.ts'
import type { WriteScope } from '../../store/types.ts'
import type { Panel } from '../panel.ts'
import { storeOf } from './destination.ts'

/** How many are looked at together. */
const batch = 200

/** Lets files go inside a transaction; they are taken away once it has been committed. */
export async function letGo(panel: Panel, scope: WriteScope, keys: readonly string[]): Promise<void> {
  const going = await letFilesGo(panel.database.engine, scope, keys)
  // What fails now is tried again by `purgeFiles`, which tells of it.
  scope.afterCommit(() => void takeAway(panel, going).catch(() => undefined))
}

/**
 * Takes away the uploads that nobody has claimed in time, and the files whose removal failed before.
 * @throws AggregateError when some could not be taken away; the others have been
 */
export async function purgeFiles(panel: Panel): Promise<void> {
  const { database } = panel
  await database.write((scope) => letUnclaimedGo(database.engine, scope))
  for (;;) {
    const going = await filesToGo(database.engine, database, batch)
    await takeAway(panel, going)
    if (going.length < batch) return
  }
}

/**
 * Takes files away, their contents first: as long as anything is left of one, it is known.
 * @throws AggregateError when some could not be taken away; the others have been
 */
export async function takeAway(panel: Panel, going: readonly Stored[]): Promise<void> {
  const files = going.length > 0 ? storeOf(panel) : undefined
  const errors: unknown[] = []
  for (const { key, storedAs } of going) {
    try {
      await files?.remove(thumbnailOf(storedAs))
      await files?.remove(storedAs)
      await panel.database.write((scope) => forgetFile(scope, key))
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'Some files could not be taken away.')
}
