import { fold } from '../../contract/fold.ts'
import type { Step, StepScope } from '../../derive/steps.ts'
import { quoted } from '../sql/text.ts'

/** Rows whose texts are folded at once. */
const batchSize = 2_000

/** Works the values of a derived column out in every row. */
export async function deriveValues(
  scope: StepScope,
  { table, column, tree }: Extract<Step, { do: 'derive' }>,
): Promise<void> {
  if (!column.derived) throw new Error(`${table}.${column.name} is not derived from another column.`)
  const { as, from } = column.derived
  if (as === 'folded') return foldAll(scope, { table, from, into: column.name })
  if (as === 'path') return layPaths(scope, { table, parent: from, into: column.name })
  return findRoots(scope, { table, reference: from, into: column.name, tree })
}

/** In JavaScript, by the function that folds what people type: no engine has one that does the same. */
async function foldAll(
  { engine, run }: StepScope,
  { table, from, into }: { table: string; from: string; into: string },
): Promise<void> {
  const rows = `SELECT id, ${quoted(from)} AS text FROM ${quoted(table)} WHERE id > $1 AND ${quoted(from)} IS NOT NULL ORDER BY id LIMIT ${batchSize}`
  const folded =
    engine === 'sqlite'
      ? `SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS text FROM json_each($1)`
      : 'SELECT (value->>0)::integer AS id, value->>1 AS text FROM jsonb_array_elements($1::jsonb)'
  for (let last = 0; ; ) {
    const batch = await run<{ id: number; text: string }>(rows, [last])
    const pairs = batch.map(({ id, text }) => [id, fold(text)])
    await run(
      `UPDATE ${quoted(table)} SET ${quoted(into)} = folded.text FROM (${folded}) AS folded WHERE ${quoted(table)}.id = folded.id`,
      [JSON.stringify(pairs)],
    )
    const end = batch.at(-1)
    if (!end || batch.length < batchSize) return
    last = end.id
  }
}

async function layPaths(
  { run }: StepScope,
  { table, parent, into }: { table: string; parent: string; into: string },
): Promise<void> {
  await run(`
    WITH RECURSIVE tree (id, path) AS (
      SELECT id, '/' || id || '/' FROM ${quoted(table)} WHERE ${quoted(parent)} IS NULL
      UNION ALL
      SELECT child.id, tree.path || child.id || '/' FROM ${quoted(table)} AS child JOIN tree ON child.${quoted(parent)} = tree.id
    )
    UPDATE ${quoted(table)} SET ${quoted(into)} = (SELECT tree.path FROM tree WHERE tree.id = ${quoted(table)}.id)`)
}

async function findRoots(
  { engine, run }: StepScope,
  { table, reference, into, tree }: { table: string; reference: string; into: string; tree?: string },
): Promise<void> {
  if (tree === undefined) throw new Error(`${table}.${into} needs the table of the tree.`)
  const root =
    engine === 'sqlite'
      ? `CAST(substr(node.path, 2, instr(substr(node.path, 2), '/') - 1) AS INTEGER)`
      : `split_part(node.path, '/', 2)::integer`
  await run(
    `UPDATE ${quoted(table)} SET ${quoted(into)} = (SELECT ${root} FROM ${quoted(tree)} AS node WHERE node.id = ${quoted(table)}.${quoted(reference)})`,
  )
}
