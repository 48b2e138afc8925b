import type { FieldMeta } from '../../contract/metadata.ts'
import { type SubjectVocabulary, standardActions, type Vocabulary } from '../../contract/permissions.ts'
import { type Language, say } from '../../contract/words/index.ts'

/** What sentences about rules are made of. What the vocabulary has no word for is called by its name. */
export interface Speech {
  readonly vocabulary: Vocabulary
  readonly language: Language
  /** What the records are called that conditions name, by `titleKey`; left out, they go by their ids. */
  readonly titles?: ReadonlyMap<string, string>
}

/** The key of a record among titles: `brand/3`. */
export const titleKey = (resource: string, id: unknown): string => `${resource}/${id}`

export function subjectOf({ vocabulary }: Pick<Speech, 'vocabulary'>, name: string): SubjectVocabulary | undefined {
  return vocabulary.subjects.find((subject) => subject.name === name)
}

/** A field that conditions on a subject may name; `id` is the record itself. */
export function spokenField({ vocabulary }: Pick<Speech, 'vocabulary'>, subject: string, name: string) {
  const known = subjectOf({ vocabulary }, subject)
  return known?.fields.find((field) => field.name === name) ?? (known && name === 'id' ? itself(known) : undefined)
}

function itself({ name, label: [label] }: SubjectVocabulary): FieldMeta {
  return { name: 'id', kind: 'belongsTo', label, operators: [], format: { resource: name } }
}

/** What a subject is called in a sentence: its plural. */
export function subjectName(speech: Speech, subject: string): string {
  if (subject === 'all') return say(speech.language, 'permission.everything')
  return subjectOf(speech, subject)?.label[1] ?? subject
}

/** What a field is called in a sentence. */
export function fieldName(speech: Speech, subject: string, name: string): string {
  return spokenField(speech, subject, name)?.label ?? name
}

/** What an action is called in a sentence. */
export function actionName(speech: Speech, subject: string, action: string): string {
  if (action === 'manage') return say(speech.language, 'permission.anyAction')
  const words = subjectOf(speech, subject)?.actions ?? speech.vocabulary.subjects.flatMap(({ actions }) => actions)
  const label = words.find(({ name }) => name === action)?.label
  return inSentence(label ?? (isStandard(action) ? say(speech.language, `vocabulary.${action}`) : action))
}

function isStandard(action: string): action is (typeof standardActions)[number] {
  return standardActions.some((name) => name === action)
}

/** Several things in a row: `a, b e c`. */
export function enumerated(texts: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(texts)
}

/** A label inside a sentence: its first letter is small, unless it is an abbreviation. */
function inSentence(label: string): string {
  const [first = '', second = ''] = label
  const isAbbreviation = second === second.toUpperCase() && second !== second.toLowerCase()
  return isAbbreviation ? label : first.toLowerCase() + label.slice(1)
}
