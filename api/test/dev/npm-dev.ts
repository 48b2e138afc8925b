import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../ports.ts'
import { withoutSettings } from '../start-panel.ts'

const startTimeoutMs = 120_000

/** `npm run dev` at work. */
export interface Dev {
  /** Where the admin is served. */
  readonly url: string
  stop(): Promise<void>
}

/** Runs `npm run dev` in a folder until the API and the admin answer. */
export async function npmRunDev(cwd: string, settings: Record<string, string>): Promise<Dev> {
  const env = { ...withoutSettings(process.env), PORT: String(await freePort()), ...settings }
  // A group of its own: npm starts turbo, which starts two servers and what watches them.
  const child = spawn('npm', ['run', 'dev'], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const stop = async () => {
    if (!child.pid || child.exitCode !== null) return
    const closed = once(child, 'close')
    process.kill(-child.pid, 'SIGTERM')
    const late = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), 10_000)
    await closed
    clearTimeout(late)
  }
  let printed = ''
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk
      const [, url] = /Local:\s+(http:\/\/localhost:\d+)/.exec(printed) ?? []
      if (url && /Ficha is ready/.test(printed)) resolve(url)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', () => reject(new Error(`npm run dev ended:\n${printed}`)))
    setTimeout(() => reject(new Error(`npm run dev was not ready in time:\n${printed}`)), startTimeoutMs).unref()
  })
  try {
    return { url: await ready, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
