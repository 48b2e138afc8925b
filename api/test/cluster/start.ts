import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from '../ports.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { clusterOwner, type Owner } from './owner.ts'

/** A PostgreSQL server of our own. */
export interface Cluster {
  /** Superuser, database `postgres`. */
  readonly url: string
  stop(): Promise<void>
}

/** Nothing here outlives the run, so nothing is worth a flush to disk. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  jit: 'off',
  max_connections: '300',
  shared_buffers: '128MB',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
}

const startTimeoutMs = 60_000

/** Makes an empty cluster in a temporary folder and starts it on a free port of the loopback address. */
export async function startCluster(binaries: Binaries = findBinaries()): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'ficha-postgres-'))
  const owner = clusterOwner()
  const { initdb, postgres } = reachable(binaries, folder, owner)
  const password = randomBytes(16).toString('hex')
  const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')]
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  give([folder, data, passwordFile], owner)

  // A real language, not "C": a query that forgets COLLATE "C" must show it here and not in production.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=pt-BR']
  const access = ['--username=postgres', '--auth=password', `--pwfile=${passwordFile}`]
  await promisify(execFile)(initdb, ['--no-sync', '-D', data, ...locale, ...access], { ...owner, cwd: folder })

  const port = await freePort()
  const flags = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(postgres, ['-D', data, ...flags], { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const abandon = () => {
    server.kill('SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', abandon)

  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  await answering(server, url)
  return {
    url,
    async stop() {
      process.off('exit', abandon)
      server.kill('SIGINT')
      if (server.exitCode === null) await once(server, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The programs, or a copy of them: a checkout may lie in a folder that only its owner may enter. */
function reachable(binaries: Binaries, folder: string, owner: Owner | undefined): Binaries {
  if (!owner || !binaries.packaged) return binaries
  const copy = join(folder, 'native')
  cpSync(binaries.packaged, copy, { recursive: true, verbatimSymlinks: true })
  const [initdb, postgres] = [join(copy, 'bin', 'initdb'), join(copy, 'bin', 'postgres')]
  for (const program of [initdb, postgres]) chmodSync(program, 0o755)
  return { initdb, postgres }
}

function give(paths: readonly string[], owner: Owner | undefined): void {
  if (owner) for (const path of paths) chownSync(path, owner.uid, owner.gid)
}

async function answering(server: ChildProcess, url: string): Promise<void> {
  let log = ''
  server.stderr?.on('data', (chunk) => {
    log = (log + chunk).slice(-4_000)
  })
  const deadline = Date.now() + startTimeoutMs
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended at once:\n${log}`)
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  throw new Error(`PostgreSQL did not answer within ${startTimeoutMs / 1_000} s:\n${log}`)
}
