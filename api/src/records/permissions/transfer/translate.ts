import { mayRead } from '../../../access/access.ts'
import { rowsOf } from '../../../access/rows.ts'
import type { GroupEntry, GroupFile, GroupTest, Rule, RuleConditions } from '../../../contract/permissions.ts'
import { say } from '../../../contract/words/index.ts'
import { exchanged, type NamedRecord, recordsNamed } from '../../../derive/condition-references.ts'
import { titleKey } from '../../../derive/words/speech.ts'
import { lookup } from '../../lookup.ts'
import type { Asker } from '../asker.ts'
import { conditionsOf } from './export.ts'

/** A group of a file in the ids of this panel. */
export interface Translated {
  readonly entry: Omit<GroupEntry, 'brand'> & { readonly brand?: number | null }
  /** Records that the file names and that are not here, or not for this person to see. */
  readonly errors: readonly string[]
}

/** Finds the records here that a file from elsewhere names: by what they are called, whatever their ids are. */
export async function translator(asker: Asker, file: GroupFile): Promise<(entry: GroupEntry) => Promise<Translated>> {
  const known = new Map<string, number | undefined>()
  const find = async (resource: string, title: string) => {
    const key = titleKey(resource, title)
    if (!known.has(key)) known.set(key, await findByTitle(asker, resource, title))
    return known.get(key)
  }
  return async (entry) => {
    const errors: string[] = []
    const ids = new Map<string, number>()
    for (const record of namedIn(asker, entry)) {
      const title = file.references[record.resource]?.[record.id]
      const id = title === undefined ? undefined : await find(record.resource, title)
      if (id === undefined) errors.push(missingText(asker, title ?? `#${record.id}`))
      else ids.set(titleKey(record.resource, record.id), id)
    }
    const brand = entry.brand ? await find('brand', entry.brand) : undefined
    if (entry.brand && brand === undefined) errors.push(missingText(asker, entry.brand))
    return { entry: inIds(asker, { entry, ids, brand }), errors: [...new Set(errors)] }
  }
}

function missingText({ language }: Asker, name: string): string {
  return say(language, 'import.missing', { name })
}

function namedIn({ panel }: Asker, { audience, rules = [], tests }: GroupEntry): NamedRecord[] {
  const brands = (tests ?? []).flatMap(({ brand: id }) => (id ? [{ resource: 'brand', id }] : []))
  if (audience === 'customers') return brands
  const spoken = [...rules, ...(tests ?? [])].flatMap((one) =>
    conditionsOf(one).flatMap((conditions) => recordsNamed(panel.resources, one.subject, conditions)),
  )
  return [...brands, ...spoken]
}

interface Exchanged {
  entry: GroupEntry
  ids: ReadonlyMap<string, number>
  brand: number | undefined
}

function inIds({ panel }: Asker, { entry, ids, brand }: Exchanged): Translated['entry'] {
  const idOf = ({ resource, id }: NamedRecord) => ids.get(titleKey(resource, id)) ?? id
  const written = (subject: string, conditions: RuleConditions | null | undefined) =>
    conditions && entry.audience === 'staff' ? exchanged(panel.resources, subject, conditions, idOf) : conditions
  const rule = (one: Rule): Rule => ({
    ...one,
    conditions: written(one.subject, one.conditions),
    check: written(one.subject, one.check),
  })
  const test = (one: GroupTest): GroupTest => ({
    ...one,
    ...(one.brand && { brand: idOf({ resource: 'brand', id: one.brand }) }),
    ...(one.when && { when: written(one.subject, one.when) }),
  })
  const { brand: name, rules, tests, ...rest } = entry
  return {
    ...rest,
    ...(name !== undefined && { brand: brand ?? null }),
    ...(rules && { rules: rules.map(rule) }),
    ...(tests !== undefined && { tests: tests === null ? null : tests.map(test) }),
  }
}

/** The one record that is called so, among those that this person sees. */
async function findByTitle(asker: Asker, name: string, title: string): Promise<number | undefined> {
  const resource = asker.panel.resources[name]
  if (!resource || rowsOf(asker.person, 'read', resource).is === 'never') return undefined
  if (!mayRead(asker.person, resource, resource.title)) return undefined
  const last = resource.tree === undefined ? title : (title.split(' › ').at(-1) ?? title)
  const { choices } = await lookup({ ...asker, resource }, { [resource.title]: last, _start: '0', _end: '200' })
  const found = choices.filter((choice) => (choice.path ?? choice.title) === title)
  return found.length === 1 ? found[0]?.id : undefined
}
