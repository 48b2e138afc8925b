import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from './file-store.ts'

/** Files in a folder on this machine, made when the first one comes. Several processes may share it. */
export function folderStore(folder: string): FileStore {
  return {
    async put(name, content) {
      const path = pathOf(folder, name)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const part = `${path}.part`
      try {
        await write(part, content)
        await rename(part, path)
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
      await onDisk(dirname(path))
    },
    async open(name) {
      return (await open(pathOf(folder, name), 'r')).createReadStream()
    },
    async remove(name) {
      const path = pathOf(folder, name)
      for (const file of [path, `${path}.part`]) await rm(file, { force: true })
    },
  }
}

/** The file store of an installation: `files` in its data folder. */
export function filesIn(dataFolder: string): FileStore {
  return folderStore(join(dataFolder, 'files'))
}

/** In folders by the first digits: none of them grows long. */
function pathOf(folder: string, name: string): string {
  if (!/^[\da-f]{32}(\.thumbnail)?$/.test(name)) throw new Error(`"${name}" is no name of a stored file.`)
  return join(folder, name.slice(0, 2), name)
}

async function write(path: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const bytes of content) await writeAll(file, bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** One write may take less than it was given. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten
}

/** That a file has this name is on the disk only when its folder is. Windows cannot open folders, and needs not to. */
async function onDisk(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}
