import { listParameters, operators } from '../../contract/operators.ts'
import { maskedVerbs, type Resource } from '../../define/resource.ts'
import { partTables } from '../columns.ts'
import { systemTables } from '../system-tables.ts'
import { type Check, declaredIn, type Finding, odd, wrong } from './finding.ts'

const reservedFields = ['id', 'version', 'createdAt', 'updatedAt', ...listParameters]

/** Paths under `/api` that are not resources. */
const reservedPaths = ['access', 'auth', 'docs', 'events', 'files', 'meta', 'permissions', 'service-tokens', 'tokens']

/** Verbs of the API: a permission and a route of their own. */
const verbs = [
  'list',
  'read',
  'create',
  'update',
  'delete',
  'remove',
  'restore',
  'lookup',
  'history',
  'export',
  'import',
  'bulk',
  'manage',
  ...Object.keys(maskedVerbs),
]

const identifier = /^[a-z][a-zA-Z0-9]*$/

/** F001: a resource is registered under its own name, which is an identifier. */
const resourceNames: Check = (resource, resources) => [
  ...Object.keys(resources)
    .filter((key) => resources[key] === resource && key !== resource.name)
    .map((key) =>
      wrong(
        'F001',
        resource.name,
        `is registered as "${key}".`,
        `Export it as ${resource.name} in resources/index.ts.`,
      ),
    ),
  ...(identifier.test(resource.name)
    ? []
    : [wrong('F001', resource.name, 'is not an identifier.', 'Write it like paymentMethod.')]),
]

/** F002: no two tables and no two paths are the same. */
const tableNames: Check = (resource, resources) => {
  const taken = systemTables.map(({ name }) => name)
  const others = Object.values(resources).filter((other) => other !== resource)
  const tables = new Set(['migrations', ...taken, ...others.flatMap(tablesNamed)])
  const paths = new Set([...reservedPaths, ...others.map(({ path }) => path)])
  return [
    ...tablesNamed(resource)
      .filter((table) => tables.has(table))
      .map((table) =>
        wrong(
          'F002',
          resource.name,
          `the table "${table}" belongs to something else.`,
          'Give the resource or the field another name.',
        ),
      ),
    ...(paths.has(resource.path)
      ? [
          wrong(
            'F002',
            resource.name,
            `the path /${resource.path} belongs to something else.`,
            'Give the resource another name.',
          ),
        ]
      : []),
  ]
}

function tablesNamed(resource: Resource): string[] {
  const lent = Object.values(resource.fields).flatMap(({ options }) => options.through?.table ?? [])
  return [resource.table, ...partTables(resource).filter((table) => !lent.includes(table))]
}

/** F003, F004, F005: a field's name can stand in a query string and in a record beside what is there already. */
const fieldNames: Check = (resource) =>
  declaredIn(resource).flatMap(({ name, place }) => nameFinding(name, place) ?? [])

/** What is wrong with a field's name, whatever the field. */
export function nameFinding(name: string, place: string): Finding | undefined {
  const suffix = operators.find((operator) => operator !== 'eq' && name.endsWith(`_${operator}`))
  if (reservedFields.includes(name))
    return wrong(
      'F003',
      place,
      `"${name}" is a name of every record or of the list query.`,
      'Give the field another name.',
    )
  if (suffix)
    return wrong(
      'F004',
      place,
      `"${name}" ends like the operator _${suffix}.`,
      'Give the field another name, without an underscore.',
    )
  if (!identifier.test(name))
    return wrong(
      'F005',
      place,
      `"${name}" is not an identifier.`,
      'Write it like birthDate: letters and digits, a small letter first.',
    )
  return undefined
}

/** F007: an action is a permission and a route of its own, a verb a permission of its own. */
const actionNames: Check = ({ name: resource, actions, verbs: own }) => [
  ...Object.keys(actions).flatMap((name) => permissionFinding(name, `${resource}.actions.${name}`) ?? []),
  ...Object.keys(own).flatMap((name) => {
    const place = `${resource}.verbs.${name}`
    if (own[name] === maskedVerbs[name as keyof typeof maskedVerbs]) return []
    return Object.hasOwn(actions, name)
      ? wrong('F007', place, `"${name}" is an action already.`, 'Take the verb away: an action is one.')
      : (permissionFinding(name, place) ?? [])
  }),
]

function permissionFinding(name: string, place: string): Finding | undefined {
  if (verbs.includes(name))
    return wrong(
      'F007',
      place,
      `"${name}" is what the API calls something else.`,
      'Name it by what it does to the record.',
    )
  return identifier.test(name)
    ? undefined
    : wrong('F007', place, `"${name}" is not an identifier.`, 'Write it like migrate.')
}

/** F008: labels are what people read. */
const labels: Check = (resource) => [
  ...resource.label.flatMap((label, at) =>
    label.trim() ? [] : [odd('F008', `${resource.name}.label[${at}]`, 'is empty.', 'Say it in Portuguese.')],
  ),
  ...declaredIn(resource).flatMap(({ field, place }) =>
    field.label.trim() ? [] : [odd('F008', place, 'has no label.', 'Say it in Portuguese.')],
  ),
  ...Object.entries(resource.verbs).flatMap(([name, label]) =>
    label.trim() ? [] : [odd('F008', `${resource.name}.verbs.${name}`, 'has no label.', 'Say it in Portuguese.')],
  ),
]

/** The checks of this file. */
export const nameChecks: readonly Check[] = [resourceNames, tableNames, fieldNames, actionNames, labels]
