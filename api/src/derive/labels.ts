import pluralize from 'pluralize'
import { type Language, say } from '../contract/words/index.ts'
import { labelsEn } from '../contract/words/labels.en.ts'
import { labelsPtBR } from '../contract/words/labels.pt-BR.ts'
import type { Field } from '../define/field.ts'
import { inWords, type Resource } from '../define/resource.ts'

/** What a definition says in pt-BR, in the language asked for: the catalogue of labels, else the identifier in words. */
export class Labels {
  readonly #language: Language

  constructor(language: Language) {
    this.#language = language
  }

  resource({ name, label }: Pick<Resource, 'name' | 'label'>): [string, string] {
    const words = sentence(name)
    return [
      this.#of(`resource.${name}.one`, label[0], words),
      this.#of(`resource.${name}.many`, label[1], pluralize(words)),
    ]
  }

  field(resource: string, name: string, { label }: Pick<Field, 'label'>): string {
    return this.#of(`field.${resource}.${name}`, label, sentence(name))
  }

  option(resource: string, field: string, { value, label }: { value: string; label: string }): string {
    return this.#of(`option.${resource}.${field}.${value}`, label, sentence(value))
  }

  /** Texts that no identifier gives: without an entry the pt-BR text stands. */
  text(
    kind: 'tab' | 'section' | 'help' | 'confirm' | 'message' | 'refusal' | 'said' | 'shown',
    key: string,
    text: string,
  ): string {
    return this.#of(`${kind}.${key}`, text, text)
  }

  action(resource: string, name: string, label: string): string {
    return this.#of(`action.${resource}.${name}`, label, sentence(name))
  }

  menu(name: string): string {
    return this.#of(`menu.${name}`, labelsPtBR[`menu.${name}`] ?? sentence(name), sentence(name))
  }

  #of(key: string, ptBR: string, english: string): string {
    return this.#language === 'pt-BR' ? ptBR : (labelsEn[key] ?? english)
  }
}

/** The groups of the menu from first to last. */
export const menuOrder: readonly string[] = Object.keys(labelsPtBR)
  .filter((key) => key.startsWith('menu.'))
  .map((key) => key.slice('menu.'.length))

/** `birthDate` -> "Birth date"; what is all capitals is an abbreviation and stays. */
export function sentence(identifier: string): string {
  if (/^[A-Z]+$/.test(identifier)) return identifier
  const words = inWords(identifier).join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

interface Said {
  resource: Resource
  language: Language
}

/** What is said after a save: the field's own message when it alone changed. */
export function messageOf(
  { resource, language }: Said,
  event: 'created' | 'updated',
  changed: readonly string[] = [],
): string {
  const labels = new Labels(language)
  const [only] = changed.filter((name) => !name.endsWith('Confirmation'))
  const own =
    changed.filter((name) => !name.endsWith('Confirmation')).length === 1 && only !== undefined
      ? resource.fields[only]?.options.message
      : undefined
  if (own !== undefined) return labels.text('message', `${resource.name}.${only}`, own)
  return say(language, `message.${event}`, { label: labels.resource(resource)[0] })
}
