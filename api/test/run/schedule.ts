import type { Outcome } from './outcome.ts'
import type { Stage } from './stages.ts'

interface Schedule {
  /** How many stages run at a time. */
  slots: number
  execute(stage: Stage): Promise<Outcome>
  /** Called as each stage ends. */
  report(name: string, outcome: Outcome, seconds: number): void
}

const heartbeatMs = 60_000

/** Runs the stages in order, several at a time, each after those it needs. A stage whose need failed fails as well. */
export async function runAll(stages: readonly Stage[], { slots, execute, report }: Schedule): Promise<void> {
  const waiting = [...stages]
  const running = new Map<string, Promise<void>>()
  const succeeded = new Map<string, boolean>()
  const heartbeat = setInterval(() => console.log(`… running: ${[...running.keys()].join(', ')}`), heartbeatMs)

  while (waiting.length || running.size) {
    const next = running.size < slots ? waiting.findIndex(mayStart) : -1
    const [stage] = next < 0 ? [] : waiting.splice(next, 1)
    if (stage)
      running.set(
        stage.name,
        start(stage).finally(() => running.delete(stage.name)),
      )
    else await Promise.race(running.values())
  }
  clearInterval(heartbeat)

  function mayStart({ after = [], apart = [] }: Stage): boolean {
    return after.every((name) => succeeded.has(name)) && !apart.some((name) => running.has(name))
  }

  async function start(stage: Stage): Promise<void> {
    const startedAt = performance.now()
    const broken = stage.after?.find((name) => !succeeded.get(name))
    const outcome = broken ? { passed: 0, failed: 1, output: `Needs "${broken}", which failed.` } : await execute(stage)
    report(stage.name, outcome, (performance.now() - startedAt) / 1_000)
    succeeded.set(stage.name, outcome.failed === 0)
  }
}
