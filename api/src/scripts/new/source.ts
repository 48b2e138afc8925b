import pluralize from 'pluralize'
import type { Resources } from '../../define/resource.ts'
import { fieldSource, parseField, quote, sentence, type WantedField } from './fields.ts'

/** What a person asks for. */
export interface WantedResource {
  readonly name: string
  /** Each as `--field` writes it; a required name when there is none. */
  readonly fields: readonly string[]
  /** Singular and plural, pt-BR; the name in words when left out. */
  readonly label?: string
  readonly icon?: string
  readonly menu?: string
}

const texts = ['text', 'email', 'url', 'phone', 'cpf', 'cnpj', 'cnh', 'imei', 'licensePlate', 'postalCode']
const filtered = ['belongsTo', 'manyToMany', 'select', 'multiSelect', 'boolean', 'date', 'state']
const unlisted = ['password', 'json', 'textarea', 'manyToMany', 'file']

/** The file of a new resource, not yet formatted: a working panel, and a place to go on from. */
export function resourceSource(
  { name, fields: wanted, label, icon = 'app', menu = 'registry' }: WantedResource,
  resources: Resources,
): string {
  const fields = withTitle(wanted.map(parseField))
  const names = (kinds: (kind: string) => boolean) =>
    fields.filter(({ kind }) => kinds(kind)).map((field) => field.name)
  const title = names((kind) => texts.includes(kind))[0] ?? 'name'
  const [one = '', many = ''] = (label ?? `${sentence(name)},${sentence(pluralize(name))}`)
    .split(',')
    .map((word) => word.trim())
  const filters = names((kind) => filtered.includes(kind))
  const scopes = fields.filter(
    ({ kind, argument = '' }) => kind === 'belongsTo' && resources[argument]?.tree !== undefined,
  )
  const used = [...new Set(fields.map(({ kind }) => kind))].sort()

  return `import { ${used.join(', ')} } from '../define/kinds/index.ts'
import { defineResource } from '../define/resource.ts'

export const ${name} = defineResource('${name}', {
  label: [${quote(one)}, ${quote(many)}],
  icon: ${quote(icon)},
  menu: ${quote(menu)},
  title: '${title}',

  fields: {
${fields.map((field) => `    ${fieldSource(field)},`).join('\n')}
  },

  list: {
    columns: ${list(names((kind) => !unlisted.includes(kind)))},
${filters.length > 0 ? `    filters: ${list(filters)},\n` : ''}    search: ${list(names((kind) => texts.includes(kind)))},
    sort: '${title}',
  },

  tabs: [{ title: ${quote(one)}, sections: [{ fields: ${list(fields.map((field) => field.name))} }] }],
${scopes.length > 0 ? `\n  indexes: [${scopes.map((scope) => list([scope.name, title])).join(', ')}],\n` : ''}})
`
}

/** A record needs a text that names it. */
function withTitle(fields: readonly WantedField[]): WantedField[] {
  if (fields.some(({ kind }) => texts.includes(kind))) return [...fields]
  return [{ name: 'name', kind: 'text', label: 'Nome', argument: undefined, options: ['required'] }, ...fields]
}

function list(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(', ')}]`
}
