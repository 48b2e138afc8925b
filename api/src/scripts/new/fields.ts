import * as kinds from '../../define/kinds/index.ts'
import { inWords } from '../../define/resource.ts'
import { nameFinding } from '../../derive/check/names.ts'

/** A field as a person asks for it. */
export interface WantedField {
  readonly name: string
  readonly kind: string
  readonly label: string
  /** The resource, the choices or the digits, as the kind takes them. */
  readonly argument: string | undefined
  readonly options: readonly string[]
}

/** How `--field` is written. */
export const fieldUsage = `--field name[:kind[:argument]][:required][:unique][:index][:personal][=Label]
  --field imei:text:required:unique=IMEI   --field customer:belongsTo:customer   --field size:select:small,large   --field weight:decimal:3`

const takesArgument = ['belongsTo', 'manyToMany', 'select', 'multiSelect', 'decimal']

/** Kinds that need more than a line can say. */
const byHand = ['status', 'virtual']

const flags = ['required', 'unique', 'index', 'personal']

/**
 * Reads one `--field`.
 * @throws with what is wrong and how it is written
 */
export function parseField(text: string): WantedField {
  const [, spec = '', given] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? []
  const [name = '', kind = 'text', ...rest] = spec.split(':')
  const wrongName = nameFinding(name, '')
  if (wrongName) throw new Error(`--field ${text}: ${wrongName.problem} ${wrongName.hint}`)
  if (byHand.includes(kind))
    throw new Error(`--field ${text}: write a ${kind} into the file by hand, it needs more than a line can say.`)
  if (!isKind(kind))
    throw new Error(`--field ${text}: there is no kind "${kind}". There are ${kindNames().join(', ')}.`)
  const argument = takesArgument.includes(kind) ? rest.shift() : undefined
  if (takesArgument.includes(kind) && !argument)
    throw new Error(`--field ${text}: ${kind} needs an argument.\n${fieldUsage}`)
  const unknown = rest.find((flag) => !flags.includes(flag))
  if (unknown !== undefined) throw new Error(`--field ${text}: "${unknown}" is no option.\n${fieldUsage}`)
  return { name, kind, argument, options: rest, label: given?.trim() || sentence(name) }
}

/** `licensePlate` -> `License plate` */
export function sentence(identifier: string): string {
  const words = inWords(identifier).join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The line that declares the field. */
export function fieldSource({ name, kind, label, argument, options }: WantedField): string {
  const flagText = options.map((option) => `${option}: true`)
  const [before, own] = argumentSource(kind, argument)
  const all = [...own, ...flagText]
  const parts = [
    ...(kind === 'belongsTo' || kind === 'manyToMany' ? [...before, quote(label)] : [quote(label), ...before]),
  ]
  return `${name}: ${kind}(${[...parts, ...(all.length > 0 ? [`{ ${all.join(', ')} }`] : [])].join(', ')})`
}

/** What stands beside the label, and what stands among the options. */
function argumentSource(kind: string, argument = ''): [before: string[], options: string[]] {
  switch (kind) {
    case 'belongsTo':
    case 'manyToMany':
      return [[quote(argument)], []]
    case 'select':
    case 'multiSelect':
      return [
        [
          `{ ${argument
            .split(',')
            .map((choice) => `${quote(choice.trim())}: ${quote(sentence(choice.trim()))}`)
            .join(', ')} }`,
        ],
        [],
      ]
    case 'decimal':
      return [[], [`scale: ${Number(argument)}`]]
    default:
      return [[], []]
  }
}

function isKind(name: string): boolean {
  return kindNames().includes(name)
}

/** Every kind that a line can declare. */
export function kindNames(): string[] {
  return Object.keys(kinds).filter((name) => !byHand.includes(name))
}

export function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
