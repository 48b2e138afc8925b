import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../ports.ts'
import { withoutSettings } from '../start-panel.ts'
import { root } from './blocks.ts'

const startTimeoutMs = 240_000

/** What `npm start` printed until it said that it is ready, and how to end it. */
export interface Started {
  readonly printed: string
  stop(): Promise<void>
}

/** Runs `npm start` as somebody does who has just cloned the repository: its data in an empty folder, no settings but the port. */
export async function npmStart(): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'ficha-start-'))
  const settings = { PORT: String(await freePort()), FICHA_DATA: folder }
  const env = { ...withoutSettings(process.env), ...settings }
  // A group of its own: npm starts npm, which starts node, and all of them must end.
  const child = spawn('npm', ['start'], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const stop = async () => {
    if (child.pid && child.exitCode === null) {
      process.kill(-child.pid, 'SIGTERM')
      await once(child, 'close')
    }
    rmSync(folder, { recursive: true, force: true })
  }
  let printed = ''
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk
      if (/Demo sign-in: .*\n/.test(printed)) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', () => reject(new Error(`npm start ended:\n${printed}`)))
    setTimeout(() => reject(new Error(`npm start was not ready in time:\n${printed}`)), startTimeoutMs).unref()
  })
  try {
    await ready
  } catch (error) {
    await stop()
    throw error
  }
  return { printed, stop }
}
