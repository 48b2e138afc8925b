import { stateOfPostalCode } from '../contract/formats/postalCode.ts'
import type { Warning } from '../contract/problem.ts'
import { say } from '../contract/words/index.ts'
import type { Asking } from './panel.ts'
import type { View } from './read.ts'

/** What is odd about a record, of the fields just saved: the save stands, the person is told. */
export function warningsOf({ resource, language }: Asking, record: Partial<View>, saved: readonly string[]): Warning[] {
  const names = (kind: string) => Object.keys(resource.fields).filter((name) => resource.fields[name]?.kind === kind)
  const [state] = names('state')
  if (!state) return []
  return names('postalCode').flatMap((name) => {
    if (!saved.includes(name) && !saved.includes(state)) return []
    const expected = stateOfPostalCode(String(record[name] ?? ''))
    const given = record[state]
    if (!expected || typeof given !== 'string' || given === expected) return []
    return { field: name, text: say(language, 'warning.postalCodeState', { expected, given }) }
  })
}
