import { columnName } from '../derive/columns.ts'
import { quoted, type Reader } from '../store/sql/text.ts'
import type { Asking } from './panel.ts'
import { presetValues } from './reach.ts'
import type { Values } from './settle.ts'

interface Taking {
  /** What was given for the new record. */
  values: Values
  reader: Reader
}

/** What a new record takes from others by itself, by `copiedFrom` and `preset`: whoever makes it need not see them. */
export async function takenAlong(asking: Asking, { values, reader }: Taking): Promise<Values> {
  const copied = await copiedValues(asking, { values, reader })
  return { ...copied, ...(await presetValues(asking, { values: { ...values, ...copied }, reader })) }
}

/** Values without those that were taken along. */
export function chosenOf(values: Values, taken: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !(name in taken)))
}

/** Nothing where the reference is empty or wrong, which is told of the reference. */
async function copiedValues({ panel, resource }: Asking, { values, reader }: Taking): Promise<Values> {
  const copied: Values = {}
  for (const [name, { options }] of Object.entries(resource.fields)) {
    const [reference = '', source = ''] = options.copiedFrom?.split('.') ?? []
    const target = panel.resources[resource.fields[reference]?.format.resource ?? '']
    const field = target?.fields[source]
    const id = values[reference]
    if (!target || !field || typeof id !== 'number') continue
    const [row] = await reader.read<{ value: unknown }>(
      `SELECT ${quoted(columnName(source, field))} AS value FROM ${quoted(target.table)} WHERE id = $1`,
      [id],
    )
    if (row) copied[name] = row.value === null ? null : Number(row.value)
  }
  return copied
}
