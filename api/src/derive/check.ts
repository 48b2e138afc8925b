import type { Resources } from '../define/resource.ts'
import { agreementChecks } from './check/agreements.ts'
import { columnChecks } from './check/columns.ts'
import { conditionChecks } from './check/conditions.ts'
import { fieldChecks } from './check/fields.ts'
import { fileChecks } from './check/files.ts'
import type { Check, Finding } from './check/finding.ts'
import { nameChecks } from './check/names.ts'
import { orderChecks } from './check/order.ts'
import { placeChecks } from './check/places.ts'
import { referenceChecks } from './check/references.ts'

const checks: readonly Check[] = [
  ...nameChecks,
  ...columnChecks,
  ...referenceChecks,
  ...conditionChecks,
  ...fieldChecks,
  ...agreementChecks,
  ...fileChecks,
  ...placeChecks,
  ...orderChecks,
]

/** Everything about the definitions that types cannot see, all at once, in the order of the numbers. */
export function check(resources: Resources): Finding[] {
  return Object.values(resources)
    .flatMap((resource) => checks.flatMap((look) => look(resource, resources)))
    .sort((one, other) => one.number.localeCompare(other.number) || one.place.localeCompare(other.place))
}

/** A finding on one line: `F103 customer.tabs[3].columns: …`. */
export function findingText({ number, severity, place, problem, hint }: Finding): string {
  return `${number} ${place}: ${problem} ${hint}${severity === 'warning' ? ' (warning)' : ''}`
}

export type { Finding } from './check/finding.ts'
