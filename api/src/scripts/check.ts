import { fileURLToPath } from 'node:url'
import type { Resources } from '../define/resource.ts'
import { type Finding, wrong } from '../derive/check/finding.ts'
import { check, findingText } from '../derive/check.ts'
import * as shipped from '../resources/index.ts'
import { systemUses } from './check/as-system.ts'
import { staleMigrations } from './migrate/stale.ts'

const resources: Resources = shipped
const uses = systemUses(fileURLToPath(new URL('../resources/', import.meta.url)))
const definitions = check(resources)
const isSound = definitions.every(({ severity }) => severity === 'warning')

const findings: Finding[] = [
  ...definitions,
  ...uses
    .filter(({ reason }) => reason === undefined)
    .map(({ place }) => wrong('F301', place, 'asSystem gives no reason.', "Write it there: asSystem('why').")),
  // Tables can only be told from definitions that hold together.
  ...(isSound ? staleMigrations(resources) : []).map((problem) =>
    wrong('F401', 'migrations', problem, 'Run: npm run migrate -- make'),
  ),
]

for (const finding of findings) console.log(findingText(finding))
for (const { place, reason } of uses) if (reason !== undefined) console.log(`asSystem ${place}: ${reason}`)

const errors = findings.filter(({ severity }) => severity === 'error').length
console.log(
  `${Object.keys(resources).length} resources checked: ${errors} errors, ${findings.length - errors} warnings.`,
)
if (errors > 0) process.exitCode = 1
