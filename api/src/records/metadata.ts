import { plainWhere, readableFields, writableFields } from '../access/access.ts'
import type { Person } from '../access/person.ts'
import { rowsOf } from '../access/rows.ts'
import type { ResourceMeta } from '../contract/metadata.ts'
import type { Language } from '../contract/words/index.ts'
import type { Visible } from '../derive/field-meta.ts'
import { menuOrder } from '../derive/labels.ts'
import { resourceMeta } from '../derive/metadata.ts'
import type { Panel } from './panel.ts'

/** What this person may know of each resource they may read. */
export function metadata({ resources }: Panel, person: Person, language: Language): ResourceMeta[] {
  const visible = visibleTo(person)
  return Object.values(resources)
    .filter(visible.resource)
    .map((resource) => resourceMeta(resources, resource, { language, visible }))
    .sort((one, other) => place(one) - place(other) || one.label[1].localeCompare(other.label[1], language))
}

/** What of the definitions this person may know. */
export function visibleTo(person: Person): Visible {
  return {
    resource: (resource) => rowsOf(person, 'read', resource).is !== 'never',
    comparable: (resource, field) =>
      !resource.fields[field]?.options.masked || plainWhere(person, resource, field).is !== 'never',
    action: (resource, action) => rowsOf(person, action, resource).is !== 'never',
    fields: (resource) =>
      new Set([
        ...readableFields(person, resource),
        ...writableFields(person, 'create', resource),
        ...writableFields(person, 'update', resource),
      ]),
  }
}

/** Groups of the menu stand in the order of the catalogue; what stands in none comes last. */
function place({ menu }: ResourceMeta): number {
  return menu ? menuOrder.indexOf(menu.name) : menuOrder.length
}
