import type { Field } from '../../define/field.ts'
import type { Resource } from '../../define/resource.ts'
import { fieldOf, rootOf, scopeOf } from '../columns.ts'
import { fitsIndex } from '../indexes.ts'
import { systemTables } from '../system-tables.ts'
import { type Check, declaredIn, has, wrong } from './finding.ts'

/** F101: what a belongsTo, a manyToMany or a hasMany names is a resource. */
const targets: Check = (resource, resources) => {
  const named = [
    ...declaredIn(resource).flatMap(({ field, place }) =>
      isReference(field) ? [{ place, to: field.format.resource ?? '' }] : [],
    ),
    ...Object.entries(resource.relations).map(([name, relation]) => ({
      place: `${resource.name}.relations.${name}`,
      to: relation.resource,
    })),
  ]
  return named
    .filter(({ to }) => !Object.hasOwn(resources, to))
    .map(({ place, to }) =>
      wrong('F101', place, `"${to}" is not a resource.`, has(Object.keys(resources)).replace('It has', 'There are')),
    )
}

function isReference({ kind }: Field): boolean {
  return kind === 'belongsTo' || kind === 'manyToMany'
}

/** F102: a hasMany goes back along a belongsTo that points here. */
const ways: Check = (resource, resources) =>
  Object.entries(resource.relations).flatMap(([name, { resource: other, via }]) => {
    const target = resources[other]
    const field = target?.fields[via]
    if (!target || (field?.kind === 'belongsTo' && field.format.resource === resource.name)) return []
    const pointing = Object.entries(target.fields).filter(
      ([, { kind, format }]) => kind === 'belongsTo' && format.resource === resource.name,
    )
    const problem = field
      ? `"${other}.${via}" does not point to ${resource.name}.`
      : `"${other}" has no field "${via}".`
    return wrong(
      'F102',
      `${resource.name}.relations.${name}.via`,
      problem,
      hintOf(
        pointing.map(([field]) => field),
        resource.name,
        other,
      ),
    )
  })

function hintOf(pointing: readonly string[], here: string, there: string): string {
  return pointing.length > 0
    ? `These point here: ${pointing.join(', ')}.`
    : `Add a belongsTo('${here}', …) to ${there}.`
}

/** F103: the columns of a related tab are fields over there that can be read. */
const relatedColumns: Check = (resource, resources) =>
  resource.tabs.flatMap((tab, at) => {
    const target = tab.related === undefined ? undefined : resources[resource.relations[tab.related]?.resource ?? '']
    if (!target || tab.related === undefined) return []
    return (tab.columns ?? [])
      .filter((column) => !isReadable(fieldOf(target, column)))
      .map((column) =>
        wrong(
          'F103',
          `${resource.name}.tabs[${at}].columns`,
          `"${target.name}" has no field "${column}" to show.`,
          has(readableNames(target)),
        ),
      )
  })

/** Whether the API ever answers the field's value. */
export function isReadable(field: Field | undefined): boolean {
  return field !== undefined && field.kind !== 'password'
}

/** Names of the fields that can be shown, those of every record last. */
export function readableNames({ fields }: Resource): string[] {
  return [
    ...Object.entries(fields).flatMap(([name, field]) => (isReadable(field) ? name : [])),
    'id',
    'createdAt',
    'updatedAt',
  ]
}

/** F105: what makes a tree is a belongsTo to the resource itself, empty at the roots. */
const trees: Check = ({ name, tree, fields }) => {
  if (tree === undefined) return []
  const parent = fields[tree]
  const place = `${name}.tree`
  if (parent?.kind !== 'belongsTo' || parent.format.resource !== name) {
    return [
      wrong(
        'F105',
        place,
        `"${tree}" does not point to ${name} itself.`,
        `Name a field declared as belongsTo('${name}', …).`,
      ),
    ]
  }
  return parent.options.required
    ? [wrong('F105', place, `"${tree}" is required, so that there could be no root.`, 'Take `required` away.')]
    : []
}

/** F106: `unique: 'brand'` names a field, `unique: 'brand root'` a belongsTo to a tree. */
const scopes: Check = (resource, resources) =>
  Object.entries(resource.fields).flatMap(([name, field]) => {
    const place = `${resource.name}.fields.${name}.unique`
    const scope = scopeOf(field)
    if (scope !== undefined) {
      const other = resource.fields[scope]
      if (other && scope !== name && fitsIndex(other)) return []
      const fit = Object.keys(resource.fields).filter((one) => one !== name && fitsIndex(resource.fields[one] ?? field))
      return wrong('F106', place, `"${scope}" is not a field to be unique within.`, `${has(fit)} Or write true.`)
    }
    const root = rootOf(field)
    if (root === undefined) return []
    const reference = resource.fields[root]
    const target = reference?.kind === 'belongsTo' ? resources[reference.format.resource ?? ''] : undefined
    if (target?.tree !== undefined) return []
    const pointing = Object.entries(resource.fields).filter(
      ([, { kind, format }]) => kind === 'belongsTo' && resources[format.resource ?? '']?.tree !== undefined,
    )
    return wrong(
      'F106',
      place,
      `"${field.options.unique}" does not name a belongsTo to a tree.`,
      pointing.length > 0
        ? `Write '${pointing[0]?.[0]} root', or true.`
        : 'Write true: no field here points to a tree.',
    )
  })

/** F113: pairs that are not in a table of the field's own are in one of the system, in columns that point to both sides. */
const borrowed: Check = (resource, resources) =>
  Object.entries(resource.fields).flatMap(([name, { options, format }]) => {
    const { through } = options
    if (!through) return []
    const place = `${resource.name}.fields.${name}.through`
    const table = systemTables.find((system) => system.name === through.table)
    if (!table)
      return wrong('F113', place, `the system has no table "${through.table}".`, has(systemTables.map((t) => t.name)))
    const target = resources[format.resource ?? '']?.table
    const pointed = (column: string) => table.columns.find((known) => known.name === column)?.references?.table
    return pointed(through.owner) === resource.table && (target === undefined || pointed(through.target) === target)
      ? []
      : wrong(
          'F113',
          place,
          `"${through.owner}" and "${through.target}" do not point to ${resource.table} and ${target}.`,
          has(table.columns.flatMap((column) => (column.references ? column.name : []))),
        )
  })

/** The checks of this file. */
export const referenceChecks: readonly Check[] = [targets, ways, relatedColumns, trees, scopes, borrowed]
