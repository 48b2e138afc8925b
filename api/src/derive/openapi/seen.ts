import type { Resource } from '../../define/resource.ts'

/** What the reader of the description may know of one resource: names of fields by what may be done with them, and of actions. */
export interface Seen {
  readonly resource: Resource
  readonly read: readonly string[]
  readonly create: readonly string[]
  readonly update: readonly string[]
  readonly actions: readonly string[]
  readonly delete: boolean
}

/** Everything of a resource. */
export function wholly(resource: Resource): Seen {
  const names = Object.keys(resource.fields)
  return {
    resource,
    read: [...names, 'createdAt', 'updatedAt'],
    create: names,
    update: names,
    actions: Object.keys(resource.actions),
    delete: true,
  }
}

/** The resource with no other fields than these. */
export function only(resource: Resource, names: readonly string[]): Resource {
  const fields = Object.entries(resource.fields).filter(([name]) => names.includes(name))
  return fields.length === Object.keys(resource.fields).length
    ? resource
    : { ...resource, fields: Object.fromEntries(fields) }
}
