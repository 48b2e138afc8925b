import { type Answers, noAnswers, type Question } from './diff/answers.ts'
import { compareColumns } from './diff/columns.ts'
import { compareIndexes } from './diff/indexes.ts'
import { compareTables } from './diff/tables.ts'
import type { TableSchema } from './schema.ts'
import { createTable, type Step } from './steps.ts'

/** The way from one schema to another, complete once no question is open. */
export interface Difference {
  readonly steps: Step[]
  readonly questions: Question[]
}

/**
 * The steps that make the tables `before` into those `after`. What could lose something is a question until it is answered;
 * steps stand in an order that both engines can follow.
 */
export function diff(
  before: readonly TableSchema[],
  after: readonly TableSchema[],
  answers: Answers = noAnswers,
): Difference {
  const tables = compareTables(before, after, answers)
  const kept = tables.kept.map((pair) => {
    assertSameKey(pair.before, pair.after)
    const columns = compareColumns(pair.before, pair.after, answers)
    return { columns, indexes: compareIndexes(pair.before, pair.after, columns) }
  })
  return {
    steps: [
      ...tables.renames,
      ...kept.flatMap(({ indexes }) => indexes.dropped),
      ...kept.flatMap(({ columns }) => columns.renames),
      ...tables.created.map(createTable),
      ...kept.flatMap(({ columns }) => columns.added),
      ...pathsFirst(kept.flatMap(({ columns }) => columns.filled)),
      ...kept.flatMap(({ columns }) => columns.altered),
      ...kept.flatMap(({ columns }) => columns.dropped),
      ...kept.flatMap(({ indexes }) => indexes.created),
      ...tables.drops,
    ],
    questions: [...tables.questions, ...kept.flatMap(({ columns }) => columns.questions)],
  }
}

function assertSameKey(before: TableSchema, after: TableSchema): void {
  if (String(before.primaryKey) === String(after.primaryKey)) return
  throw new Error(
    `The primary key of ${after.name} changes. Write that migration by hand and bring schema.json up to date with it.`,
  )
}

/** Roots are read from the paths of another table. */
function pathsFirst(steps: readonly Step[]): Step[] {
  const isPath = (step: Step) => step.do === 'derive' && step.column.derived?.as === 'path'
  return [...steps.filter(isPath), ...steps.filter((step) => !isPath(step))]
}
