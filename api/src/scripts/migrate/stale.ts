import type { Resources } from '../../define/resource.ts'
import { inWordsWithFlags } from '../../derive/diff/answers.ts'
import { diff } from '../../derive/schema-diff.ts'
import { tablesOf } from '../../derive/tables.ts'
import { listedNames, migrationNames, migrationsFolder, readSnapshot } from './folder.ts'
import { summaryOf } from './source.ts'

/** What the definitions ask for and no migration does, in sentences; empty when the migrations are up to date. */
export function staleMigrations(
  resources: Resources,
  { folder = migrationsFolder }: { folder?: string } = {},
): string[] {
  const { steps, questions } = diff(readSnapshot(folder), tablesOf(resources))
  const isListed = String(listedNames(folder)) === String(migrationNames(folder))
  return [
    ...(steps.length > 0 ? [`A migration is missing. ${summaryOf(steps)}`] : []),
    ...questions.map((question) => inWordsWithFlags(question).text),
    ...(isListed ? [] : ['migrations/index.ts does not list every migration.']),
  ]
}
