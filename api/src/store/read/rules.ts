import { constant, quoted, type SqlText } from '../sql/text.ts'

/** The rules of a group in their order, as one JSON array. */
export function rulesSql(text: SqlText, table: string): string {
  const isSqlite = text.engine === 'sqlite'
  const json = (column: string) => (isSqlite ? `json(r.${column})` : `r.${column}`)
  const inverted = isSqlite ? "json(CASE r.inverted WHEN 1 THEN 'true' ELSE 'false' END)" : 'r.inverted'
  const values: [string, string][] = [
    ['id', "'r_' || r.id"],
    ['actions', json('actions')],
    ['subject', 'r.subject'],
    ['fields', json('fields')],
    ['conditions', json('conditions')],
    ['check', json('"check"')],
    ['inverted', inverted],
    ['reason', 'r.reason'],
    ['status', 'r.status'],
  ]
  const pairs = values.map(([name, sql]) => `${constant(name)}, ${sql}`).join(', ')
  return isSqlite
    ? `(SELECT json_group_array(json_object(${pairs})) FROM (SELECT * FROM ${quoted(table)} WHERE owner_id = t.id ORDER BY position) r)`
    : `(SELECT coalesce(json_agg(json_build_object(${pairs}) ORDER BY r.position), '[]'::json) FROM ${quoted(table)} r WHERE r.owner_id = t.id)`
}
