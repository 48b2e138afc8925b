import type { RecordAccess } from '../contract/metadata.ts'
import type { Resource } from '../define/resource.ts'

type Row = Record<string, unknown>

/** Fills in the values that a definition works out with a function. Without such a field the text of the database passes through untouched. */
export function withVirtuals(resource: Resource, fields: readonly string[], json: string): string {
  const computed = fields.filter((name) => resource.fields[name]?.options.get)
  if (computed.length === 0) return json
  const parsed: Row | Row[] = JSON.parse(json)
  for (const row of [parsed].flat()) {
    const { _from: sources, _access: access } = row as Row & Computed
    for (const name of computed) {
      if (access.fields.hidden.includes(name)) continue
      row[name] = resource.fields[name]?.options.get?.(sources as never) ?? null // `from` was read along
    }
    delete row._from
  }
  return JSON.stringify(parsed)
}

/** What the database put beside the fields. */
interface Computed {
  _from?: Row
  _access: RecordAccess
}
