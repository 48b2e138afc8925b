import type { FieldMeta, OptionMeta } from '../contract/metadata.ts'
import { oddityReads } from '../contract/oddity.ts'
import { treeOperators } from '../contract/operators.ts'
import type { Field } from '../define/field.ts'
import type { Resource, Resources } from '../define/resource.ts'
import { isFile } from './files.ts'
import type { Labels } from './labels.ts'

/** What one person may know of a resource. Built up from this, never cut down from the whole. */
export interface Visible {
  /** Fields that may be read, created or updated. */
  fields: (resource: Resource) => ReadonlySet<string>
  /** Whether the resource may be read at all. */
  resource: (resource: Resource) => boolean
  action: (resource: Resource, action: string) => boolean
  /** Whether lists may filter and sort by a field: not by one that is masked for this person. Left out: by all. */
  comparable?: (resource: Resource, field: string) => boolean
}

interface FieldParts {
  /** The resource, or `resource.action` for the input of an action. */
  owner: string
  name: string
  field: Field
  labels: Labels
  resources: Resources
}

/** One field as the admin draws it, whoever sees it. */
export function fieldMeta({ owner, name, field, labels, resources }: FieldParts): FieldMeta {
  const { options, format } = field
  const tree = format.resource !== undefined && resources[format.resource]?.tree !== undefined
  const optionsOf = (options: readonly OptionMeta[]) =>
    options.map((option) => ({ ...option, label: labels.option(owner, name, option) }))
  return {
    name,
    kind: field.kind,
    label: labels.field(owner, name, field),
    ...(options.help !== undefined && { help: labels.text('help', `${owner}.${name}`, options.help) }),
    ...(options.required && { required: true as const }),
    ...((options.readOnly || field.kind === 'virtual') && { readOnly: true as const }),
    ...(options.createOnly && { createOnly: true as const }),
    ...(options.personal && { personal: true as const }),
    ...(options.masked && { masked: true as const }),
    ...(options.visibleWhen && { visibleWhen: options.visibleWhen }),
    ...(options.requiredWhen && { requiredWhen: options.requiredWhen }),
    ...agreementsOf(resources[owner], name),
    operators: field.operators.filter(
      (operator) =>
        !treeOperators.includes(operator) || tree || (name === 'id' && resources[owner]?.tree !== undefined),
    ),
    ...(field.sortable && { sortable: true as const }),
    ...(options.default !== undefined && { default: options.default }),
    ...(options.wide && { wide: true as const }),
    format: {
      ...format,
      ...(tree && { tree: true as const }),
      ...(isFile(field) && { path: resources[owner]?.path }),
      ...(format.options && { options: optionsOf(format.options) }),
      ...(format.as?.format.options && {
        as: { ...format.as, format: { ...format.as.format, options: optionsOf(format.as.format.options) } },
      }),
    },
  }
}

/** The fields that a field must agree with. */
function agreementsOf(resource: Resource | undefined, name: string): Pick<FieldMeta, 'together' | 'anyOf'> {
  const groupsOf = (groups: Resource['together'] = []) => groups.filter((group) => group.includes(name))
  const together = new Set(groupsOf(resource?.together).flat())
  const [anyOf] = groupsOf(resource?.anyOf)
  return {
    ...(together.size > 0 && { together: [...together].filter((other) => other !== name) }),
    ...(anyOf && { anyOf: [...anyOf] }),
  }
}

interface Sight {
  /** The fields of the same resource that may be known. */
  seen: ReadonlySet<string>
  resources: Resources
  visible: Visible
}

/** Takes away where a field speaks of another that the reader may not know: it is shown always then, and the API judges. */
export function withinSight(field: FieldMeta, { seen, resources, visible }: Sight): FieldMeta {
  const { visibleWhen, requiredWhen, together, anyOf, format, ...rest } = field
  const { reason, where, reaches, after, notBefore, expects, ...plain } = format
  const target = resources[format.resource ?? '']
  const seenThere = target && visible.fields(target)
  const knows = (names: readonly (string | undefined)[]) => names.every((name) => name === undefined || seen.has(name))
  const known = together?.filter((name) => seen.has(name)) ?? []
  return {
    ...rest,
    ...(visibleWhen && knows(Object.keys(visibleWhen)) && { visibleWhen }),
    ...(requiredWhen && knows(Object.keys(requiredWhen)) && { requiredWhen }),
    ...(known.length > 0 && { together: known }),
    ...(anyOf && knows(anyOf) && { anyOf }),
    format: {
      ...plain,
      ...(reason && seen.has(reason.field) && { reason }),
      ...(where && seenThere && Object.keys(where).every((name) => seenThere.has(name)) && { where }),
      ...(reaches !== undefined && seen.has(reaches) && seenThere?.has(reaches) && { reaches }),
      ...(after !== undefined && seen.has(after) && { after }),
      ...(notBefore !== undefined && seen.has(notBefore) && { notBefore }),
      ...(expects && knows(oddityReads(field)) && { expects }),
    },
  }
}
