import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './ports.ts'

/** Ficha as it is built, running in a process of its own. */
export interface RunningPanel {
  /** `http://localhost:<port>`: the one host where Secure cookies work without TLS. */
  readonly url: string
  /** What it has printed so far. */
  log(): string
  /** Asks it to end, waits, and takes its data away. */
  stop(): Promise<{ exitCode: number | null }>
}

/** What may differ from `npm start` with demo data on an empty folder. */
export interface PanelOptions {
  /** Settings beside the usual ones. */
  env?: Record<string, string>
  /** The file to run. Left out: the bundle that `npm run build` made. */
  main?: string
}

const bundle = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const startTimeoutMs = 60_000

/** Starts the built API, which serves the built admin, with demo data on a free port, and waits until it is ready. */
export async function startPanel({ env = {}, main = bundle }: PanelOptions = {}): Promise<RunningPanel> {
  if (!existsSync(main)) throw new Error(`${main} is missing. Run "npm run build" first.`)
  const folder = mkdtempSync(join(tmpdir(), 'ficha-panel-'))
  const port = await freePort()
  const settings = { PORT: String(port), FICHA_DATA: folder, DATABASE_URL: `sqlite:${join(folder, 'ficha.sqlite')}` }
  const beforeStart = join(dirname(dirname(main)), 'node.env')
  const server = spawn(process.execPath, [`--env-file=${beforeStart}`, '--enable-source-maps', main], {
    cwd: folder,
    env: { ...withoutSettings(process.env), ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (chunk) => {
      log += chunk
    })
  }
  const abandon = () => server.kill('SIGKILL')
  process.once('exit', abandon)

  const url = `http://localhost:${port}`
  const deadline = Date.now() + startTimeoutMs
  while (!(await isReady(url))) {
    if (!isRunning(server)) throw new Error(`The panel ended at once:\n${log}`)
    if (Date.now() > deadline) throw new Error(`The panel was not ready within ${startTimeoutMs / 1_000} s:\n${log}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    url,
    log: () => log,
    async stop() {
      process.off('exit', abandon)
      if (isRunning(server)) {
        server.kill('SIGTERM')
        await once(server, 'exit')
      }
      rmSync(folder, { recursive: true, force: true })
      return { exitCode: server.exitCode }
    },
  }
}

/** The environment without what would make this panel another: settings of the person who runs the tests, and those of the test runner. */
export function withoutSettings(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const settings = /^(FICHA_.*|DATABASE_URL|PORT|HOST|NODE_ENV|VITEST.*)$/
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !settings.test(name)))
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )
}
