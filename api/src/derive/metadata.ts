import type { ActionMeta, RelatedMeta, ResourceMeta, TabMeta } from '../contract/metadata.ts'
import type { Language } from '../contract/words/index.ts'
import type { Action } from '../define/action.ts'
import { baseFieldDefinitions } from '../define/base-fields.ts'
import type { Resource, Resources, TabDefinition } from '../define/resource.ts'
import { fieldMeta, type Visible, withinSight } from './field-meta.ts'
import { Labels } from './labels.ts'

/** A resource as the admin draws it, in one language, cut to what is visible. */
export function resourceMeta(
  resources: Resources,
  resource: Resource,
  { language, visible }: { language: Language; visible: Visible },
): ResourceMeta {
  const labels = new Labels(language)
  const seen = visible.fields(resource)
  const known = (names: readonly string[]) => names.filter((name) => seen.has(name))
  const isComparable = (name: string) => visible.comparable?.(resource, name) ?? true
  const declared = Object.entries({ ...resource.fields, ...baseFieldDefinitions }).filter(([name]) => seen.has(name))
  return {
    name: resource.name,
    path: resource.path,
    label: labels.resource(resource),
    icon: resource.icon,
    menu: resource.menu === undefined ? null : { name: resource.menu, label: labels.menu(resource.menu) },
    title: seen.has(resource.title) ? resource.title : 'id',
    facts: known(resource.facts),
    fields: declared.map(([name, field]) => {
      const told = fieldMeta({ owner: resource.name, name, field, labels, resources })
      const { sortable, ...unsorted } = withinSight(told, { seen, resources, visible })
      return isComparable(name) ? { ...unsorted, ...(sortable && { sortable }) } : { ...unsorted, operators: [] }
    }),
    list: {
      columns: known(resource.list.columns),
      filters: known(resource.list.filters).filter(isComparable),
      search: known(resource.list.search).some(isComparable),
      sort:
        seen.has(resource.list.sort.replace(/^-/, '')) && isComparable(resource.list.sort.replace(/^-/, ''))
          ? resource.list.sort
          : 'id',
    },
    tabs: resource.tabs.flatMap((tab) => tabMeta({ resources, resource, tab, labels, visible }) ?? []),
    ...(resource.tree !== undefined && seen.has(resource.tree) && { tree: resource.tree }),
    actions: Object.entries(resource.actions)
      .filter(([name]) => visible.action(resource, name))
      .map(([name, action]) => actionMeta({ resource, name, action, labels, resources })),
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
  const seen = visible.fields(resource)
  const { visibleWhen } = tab
  const named = {
    name: slug(tab.title),
    title: labels.text('tab', `${resource.name}.${tab.title}`, tab.title),
    ...(visibleWhen && Object.keys(visibleWhen).every((name) => seen.has(name)) && { visibleWhen }),
  }
  if (tab.component !== undefined) {
    const fields = tab.fields?.filter((name) => seen.has(name))
    return fields?.length === 0 ? undefined : { ...named, component: tab.component, ...(fields && { fields }) }
  }
  const sections = (tab.sections ?? [])
    .map(({ title, fields }) => ({
      ...(title !== undefined && { title: labels.text('section', `${resource.name}.${title}`, title) }),
      fields: fields.filter((name) => seen.has(name)),
    }))
    .filter(({ fields }) => fields.length > 0)
  const related = tab.related === undefined ? undefined : relatedMeta(resources, resource, { tab, visible })
  if (sections.length === 0 && !related) return undefined
  return { ...named, ...(sections.length > 0 && { sections }), ...(related && { related }) }
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
