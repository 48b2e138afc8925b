import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './blocks.ts'

/**
 * Compiles code in a copy of the API's sources: a resource in its file, anything else at the path that its first line names.
 * @returns what the compiler says, nothing when it is content
 */
export function complaintsAbout(blocks: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ficha-readme-'))
  try {
    for (const path of ['tsconfig.json', 'api/tsconfig.json', 'api/src', 'api/migrations', 'seeds'])
      cpSync(join(root, path), join(folder, path), { recursive: true, filter: (file) => !file.includes('.test.') })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    for (const block of blocks) {
      const path = pathOf(block)
      if (!path) return `A block is no resource and does not begin with a comment that names its file:\n${block}`
      place(block, { folder, path })
    }
    const { stdout } = spawnSync('tsc', ['--noEmit', '-p', join(folder, 'api')], { encoding: 'utf8' })
    return stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function pathOf(block: string): string | undefined {
  const [, resource] = /defineResource\('(\w+)'/.exec(block) ?? []
  return /^\/\/ (\S+\.ts)/.exec(block)?.[1] ?? (resource && `api/src/resources/${resource}.ts`)
}

/** A new resource is registered, so that others may name it. */
function place(block: string, { folder, path }: { folder: string; path: string }): void {
  const file = join(folder, path)
  const [, resource] = /^api\/src\/resources\/([\w-]+)\.ts$/.exec(path) ?? []
  if (resource && !existsSync(file))
    appendFileSync(join(dirname(file), 'index.ts'), `export * from './${resource}.ts'\n`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, block)
}
