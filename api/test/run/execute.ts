import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Outcome, outcomeOfCommand, outcomeOfTests } from './outcome.ts'
import type { Stage } from './stages.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const timeoutMs = 25 * 60_000
const running = new Set<number>()

// Each command leads a process group, so that nothing it started outlives us.
process.once('exit', () => running.forEach(end))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** Runs a stage to its end, at most 25 minutes. */
export async function execute(stage: Stage, reports: string): Promise<Outcome> {
  const report = join(reports, `${stage.name}.json`)
  const reporters = stage.tests ? ` --reporter=default --reporter=json --outputFile.json=${report}` : ''
  const { succeeded, output } = await run(stage.command + reporters)
  return stage.tests ? outcomeOfTests(report, { succeeded, output }) : outcomeOfCommand(succeeded, output)
}

function run(command: string): Promise<{ succeeded: boolean; output: string }> {
  const env = { ...process.env, DO_NOT_TRACK: '1', NO_COLOR: '1', FORCE_COLOR: undefined }
  const child = spawn(command, { cwd: root, shell: true, detached: true, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const group = child.pid
  if (group) running.add(group)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise((resolve) => {
    const finish = (succeeded: boolean) => {
      clearTimeout(timer)
      if (group) {
        end(group)
        running.delete(group)
      }
      resolve({ succeeded, output })
    }
    const timer = setTimeout(() => {
      output += `\nNot finished after ${timeoutMs / 60_000} minutes.`
      finish(false)
    }, timeoutMs)
    child.once('error', (error) => {
      output += error.message
      finish(false)
    })
    child.once('close', (code) => finish(code === 0))
  })
}

function end(group: number): void {
  try {
    process.kill(-group, 'SIGTERM')
  } catch {
    // It has ended already.
  }
}
