import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execute } from './run/execute.ts'
import type { Outcome } from './run/outcome.ts'
import { runAll } from './run/schedule.ts'
import { slots, stages } from './run/stages.ts'

/** `npm test`: everything that must hold. `npm test -- lint sqlite` runs only these stages, and those they need. */
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name))
if (unknown.length) {
  console.error(`No such stage: ${unknown.join(', ')}. There are: ${stages.map((stage) => stage.name).join(', ')}.`)
  process.exit(1)
}
const needed = new Set(wanted.flatMap((name) => [name, ...(stages.find((stage) => stage.name === name)?.after ?? [])]))
const chosen = stages.filter((stage) => !wanted.length || needed.has(stage.name))

const reports = mkdtempSync(join(tmpdir(), 'ficha-reports-'))
const totals = { passed: 0, failed: 0 }
await runAll(chosen, {
  slots,
  execute: (stage) => execute(stage, reports),
  report(name, outcome, seconds) {
    totals.passed += outcome.passed
    totals.failed += outcome.failed
    console.log(lineOf(name, outcome, seconds))
    if (outcome.failed) console.log(indented(outcome.output))
  },
})
rmSync(reports, { recursive: true, force: true })
console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = totals.failed ? 1 : 0

function lineOf(name: string, { passed, failed }: Outcome, seconds: number): string {
  const numbers = failed ? `${passed} passed, ${failed} failed` : `${passed} passed`
  return `${failed ? '✗' : '✓'} ${name.padEnd(12)} ${numbers.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s`
}

function indented(output: string): string {
  return output.trim().replace(/^/gm, '    ')
}
