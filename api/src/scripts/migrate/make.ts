import type { Resources } from '../../define/resource.ts'
import type { Answers, Question } from '../../derive/diff/answers.ts'
import type { TableSchema } from '../../derive/schema.ts'
import { diff } from '../../derive/schema-diff.ts'
import { tablesOf } from '../../derive/tables.ts'
import { listedNames, migrationNames, readSnapshot, writeIndex, writeMigration } from './folder.ts'
import { nameOf } from './source.ts'

interface Options {
  folder: string
  /** Left out, it says what the steps do. */
  name?: string
  answers: Answers
  /** Answers what is still open, or refuses by throwing. Asked again until nothing is open. */
  decide(questions: readonly Question[], answers: Answers): Promise<Answers>
}

/**
 * Writes the migration from the last snapshot to what the definitions say now, the new snapshot, and the list of migrations.
 * @returns the name of the migration; undefined when nothing differs
 */
export async function makeMigration(
  resources: Resources,
  { folder, name, answers, decide }: Options,
): Promise<string | undefined> {
  const [before, after] = [readSnapshot(folder), tablesOf(resources)]
  let decided = answers
  let difference = diff(before, after, decided)
  while (difference.questions.length > 0) {
    decided = await decide(difference.questions, decided)
    difference = diff(before, after, decided)
  }
  assertAsked(before, after, decided)
  if (difference.steps.length === 0) {
    if (String(listedNames(folder)) !== String(migrationNames(folder))) writeIndex(folder)
    return undefined
  }
  const full = `${nextStamp(folder)}-${slug(name ?? nameOf(difference.steps))}`
  writeMigration(folder, { name: full, steps: difference.steps, tables: after })
  return full
}

/** An answer to what nobody asked is a slip of the pen: without it, its question must be open. */
function assertAsked(before: readonly TableSchema[], after: readonly TableSchema[], answers: Answers): void {
  const without = (key: string): Answers => ({
    rename: new Map([...answers.rename].filter(([name]) => name !== key)),
    drop: new Set([...answers.drop].filter((name) => name !== key)),
    narrow: new Set([...answers.narrow].filter((name) => name !== key)),
    fill: new Map([...answers.fill].filter(([name]) => name !== key)),
  })
  const keys = [...answers.rename.keys(), ...answers.drop, ...answers.narrow, ...answers.fill.keys()]
  const needless = keys.filter((key) => !diff(before, after, without(key)).questions.some(({ what }) => what === key))
  if (needless.length > 0) throw new Error(`Nothing was asked about ${needless.join(', ')}. Is the name right?`)
}

/** UTC to the second; always after the last migration, whatever the clock says. */
function nextStamp(folder: string): string {
  const now = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const last = migrationNames(folder).at(-1)?.slice(0, 14) ?? ''
  return now > last ? now : String(BigInt(last) + 1n)
}

function slug(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
  if (!words) throw new Error(`"${name}" is no name for a migration: use letters and digits.`)
  return words
}
