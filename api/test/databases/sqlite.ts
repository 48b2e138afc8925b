import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, link, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Template, TestDatabase, TestEngine } from '../databases.ts'

/** Copies of a file. A file and not `:memory:`, where all transactions share one connection. */
export const sqliteEngine: TestEngine = { make, copy }

/** Two workers may fill the same template at once: the first to finish gives it its name, the other one's is thrown away. */
async function make({ name, fill }: Template): Promise<string> {
  const file = join(inject('scratch'), `template-${name}.sqlite`)
  if (existsSync(file)) return file
  const draft = newFile()
  await fill(`sqlite:${draft}`)
  if (existsSync(`${draft}-wal`))
    throw new Error(`Filling the template "${name}" left a connection open: its last writes would not be copied.`)
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  return file
}

async function copy(source: string): Promise<TestDatabase> {
  const file = newFile()
  await copyFile(source, file)
  return {
    url: `sqlite:${file}`,
    async drop() {
      for (const suffix of ['', '-wal', '-shm']) await rm(file + suffix, { force: true })
    },
  }
}

function newFile(): string {
  return join(inject('scratch'), `${randomUUID()}.sqlite`)
}
