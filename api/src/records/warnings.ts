import { oddityOf, oddityReads } from '../contract/oddity.ts'
import type { Warning } from '../contract/problem.ts'
import { say } from '../contract/words/index.ts'
import type { Asking } from './panel.ts'
import type { View } from './read.ts'

/** What is odd about a record, of the fields just saved: the save stands, the person is told. */
export function warningsOf({ resource, language }: Asking, record: Partial<View>, saved: readonly string[]): Warning[] {
  return Object.entries(resource.fields).flatMap(([name, field]) => {
    if (![name, ...oddityReads(field)].some((one) => saved.includes(one))) return []
    const oddity = oddityOf(field, record[name], record)
    return oddity ? { field: name, text: say(language, oddity.key, oddity.params) } : []
  })
}
