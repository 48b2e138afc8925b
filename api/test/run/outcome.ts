import { existsSync, readFileSync } from 'node:fs'

/** What came of a stage. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  /** What the command printed. */
  readonly output: string
}

/** The part of vitest's JSON report that is read here. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** The outcome of a stage that is not made of tests: one, passed or failed. */
export function outcomeOfCommand(succeeded: boolean, output: string): Outcome {
  return succeeded ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output }
}

/** Counts the tests of a vitest report. A file that could not be run is a failure, a skipped test too: nothing is left out silently. */
export function outcomeOfTests(
  reportFile: string,
  { succeeded, output }: { succeeded: boolean; output: string },
): Outcome {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, output }
  const report: Report = JSON.parse(readFileSync(reportFile, 'utf8'))
  const skipped = report.numPendingTests + report.numTodoTests
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + skipped + broken
  const passed = report.numPassedTests
  const nothingWrong = succeeded && passed > 0
  return {
    passed,
    failed: failed === 0 && !nothingWrong ? 1 : failed,
    output: skipped ? `${output}\n${skipped} skipped: a test either runs or fails.` : output,
  }
}
