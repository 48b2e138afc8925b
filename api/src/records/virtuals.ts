import type { Resource } from '../define/resource.ts'

type Row = Record<string, unknown>

/** Fills in the values that a definition works out with a function. Without such a field the text of the database passes through untouched. */
export function withVirtuals(resource: Resource, fields: readonly string[], json: string): string {
  const computed = fields.filter((name) => resource.fields[name]?.options.get)
  if (computed.length === 0) return json
  const sources = computed.flatMap((name) => resource.fields[name]?.options.from ?? [])
  const extra = sources.filter((name) => !fields.includes(name))
  const parsed: Row | Row[] = JSON.parse(json)
  for (const row of [parsed].flat()) {
    for (const name of computed) row[name] = resource.fields[name]?.options.get?.(row as never) ?? null // `from` was read along
    for (const name of extra) delete row[name]
  }
  return JSON.stringify(parsed)
}
