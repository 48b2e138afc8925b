import type { ActionMeta, FieldMeta, RelatedMeta, ResourceMeta, TabMeta } from '../contract/metadata.ts'
import type { Language } from '../contract/words/index.ts'
import type { Action } from '../define/action.ts'
import { baseFieldDefinitions } from '../define/base-fields.ts'
import type { Field } from '../define/field.ts'
import type { Resource, Resources, TabDefinition } from '../define/resource.ts'
import { Labels } from './labels.ts'

/** What one person may know of a resource. Built up from this, never cut down from the whole. */
export interface Visible {
  /** Fields that may be read, created or updated. */
  fields: (resource: Resource) => ReadonlySet<string>
  /** Whether the resource may be read at all. */
  resource: (resource: Resource) => boolean
  action: (resource: Resource, action: string) => boolean
}

/** A resource as the admin draws it, in one language, cut to what is visible. */
export function resourceMeta(
  resources: Resources,
  resource: Resource,
  { language, visible }: { language: Language; visible: Visible },
): ResourceMeta {
  const labels = new Labels(language)
  const seen = visible.fields(resource)
  const known = (names: readonly string[]) => names.filter((name) => seen.has(name))
  const declared = Object.entries({ ...resource.fields, ...baseFieldDefinitions }).filter(([name]) => seen.has(name))
  return {
    name: resource.name,
    path: resource.path,
    label: labels.resource(resource),
    icon: resource.icon,
    menu: resource.menu === undefined ? null : { name: resource.menu, label: labels.menu(resource.menu) },
    title: seen.has(resource.title) ? resource.title : 'id',
    facts: known(resource.facts),
    fields: declared.map(([name, field]) =>
      withinSight(fieldMeta({ owner: resource.name, name, field, labels, resources }), { seen, resources, visible }),
    ),
    list: {
      columns: known(resource.list.columns),
      filters: known(resource.list.filters),
      search: known(resource.list.search).length > 0,
      sort: seen.has(resource.list.sort.replace(/^-/, '')) ? resource.list.sort : 'id',
    },
    tabs: resource.tabs.flatMap((tab) => tabMeta({ resources, resource, tab, labels, visible }) ?? []),
    ...(resource.tree !== undefined && seen.has(resource.tree) && { tree: resource.tree }),
    actions: Object.entries(resource.actions)
      .filter(([name]) => visible.action(resource, name))
      .map(([name, action]) => actionMeta({ resource, name, action, labels, resources })),
  }
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
  return {
    name,
    kind: field.kind,
    label: labels.field(owner, name, field),
    ...(options.help !== undefined && { help: labels.text('help', `${owner}.${name}`, options.help) }),
    ...(options.required && { required: true as const }),
    ...((options.readOnly || field.kind === 'virtual') && { readOnly: true as const }),
    ...(options.createOnly && { createOnly: true as const }),
    ...(options.personal && { personal: true as const }),
    ...(options.visibleWhen && { visibleWhen: options.visibleWhen }),
    operators: field.operators.filter(
      (operator) => operator !== 'under' || tree || (name === 'id' && resources[owner]?.tree !== undefined),
    ),
    ...(field.sortable && { sortable: true as const }),
    ...(options.default !== undefined && { default: options.default }),
    ...(options.wide && { wide: true as const }),
    format: {
      ...format,
      ...(tree && { tree: true as const }),
      ...(format.options && {
        options: format.options.map((option) => ({ ...option, label: labels.option(owner, name, option) })),
      }),
    },
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
  const { visibleWhen, format, ...rest } = field
  const { reason, where, ...plain } = format
  const target = resources[format.resource ?? '']
  const seenThere = target && visible.fields(target)
  return {
    ...rest,
    ...(visibleWhen && Object.keys(visibleWhen).every((name) => seen.has(name)) && { visibleWhen }),
    format: {
      ...plain,
      ...(reason && seen.has(reason.field) && { reason }),
      ...(where && seenThere && Object.keys(where).every((name) => seenThere.has(name)) && { where }),
    },
  }
}

interface TabParts {
  resources: Resources
  resource: Resource
  tab: TabDefinition<string, string>
  labels: Labels
  visible: Visible
}

/** A tab with nothing visible in it is not there. */
function tabMeta({ resources, resource, tab, labels, visible }: TabParts): TabMeta | undefined {
  const named = { name: slug(tab.title), title: labels.text('tab', `${resource.name}.${tab.title}`, tab.title) }
  if (tab.component !== undefined) {
    const fields = tab.fields?.filter((name) => visible.fields(resource).has(name))
    return fields?.length === 0 ? undefined : { ...named, component: tab.component, ...(fields && { fields }) }
  }
  if (tab.sections) {
    const seen = visible.fields(resource)
    const sections = tab.sections
      .map(({ title, fields }) => ({
        ...(title !== undefined && { title: labels.text('section', `${resource.name}.${title}`, title) }),
        fields: fields.filter((name) => seen.has(name)),
      }))
      .filter(({ fields }) => fields.length > 0)
    return sections.length > 0 ? { ...named, sections } : undefined
  }
  const related = relatedMeta(resources, resource, { tab, visible })
  return related && { ...named, related }
}

type RelatedTab = Extract<TabDefinition<string, string>, { related: string }>

function relatedMeta(
  resources: Resources,
  resource: Resource,
  { tab, visible }: { tab: RelatedTab; visible: Visible },
): RelatedMeta | undefined {
  const relation = resource.relations[tab.related]
  const target = relation && resources[relation.resource]
  if (!relation || !target || !visible.resource(target)) return undefined
  const seen = visible.fields(target)
  const columns = tab.columns ?? target.list.columns.filter((name) => name !== relation.via)
  return {
    resource: target.name,
    via: relation.via,
    columns: columns.filter((name) => seen.has(name)),
    ...(tab.inline && { inline: true as const }),
  }
}

interface ActionParts {
  resource: Resource
  name: string
  action: Action
  labels: Labels
  resources: Resources
}

function actionMeta({ resource, name, action, labels, resources }: ActionParts): ActionMeta {
  const owner = `${resource.name}.${name}`
  return {
    name,
    label: labels.action(resource.name, name, action.label),
    ...(action.icon !== undefined && { icon: action.icon }),
    on: [...action.on],
    fields: Object.entries(action.input).map(([input, field]) =>
      fieldMeta({ owner, name: input, field, labels, resources }),
    ),
    ...(action.confirm !== undefined && { confirm: labels.text('confirm', owner, action.confirm) }),
    ...(action.danger && { danger: true as const }),
  }
}

/** `Dados pessoais` -> `dados-pessoais`: the same in both languages, so that an address holds for everybody. */
function slug(title: string): string {
  return title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
