import { type FieldMeta, type Language, type SubjectVocabulary, say, type Vocabulary } from '@ficha/api/contract'

/** What sentences about rules are made of. */
export interface Speech {
  vocabulary: Vocabulary
  language: Language
  /** Names of the records that conditions speak of, by `titleKey`. */
  titles?: ReadonlyMap<string, string>
}

/** The key of a record among titles: `brand/3`. */
export const titleKey = (resource: string, id: unknown): string => `${resource}/${id}`

export function subjectOf({ vocabulary }: Pick<Speech, 'vocabulary'>, name: string): SubjectVocabulary | undefined {
  return vocabulary.subjects.find((subject) => subject.name === name)
}

/** A field that conditions on a subject may name; `id` is the record itself. */
export function fieldOf(
  { vocabulary }: Pick<Speech, 'vocabulary'>,
  subject: string,
  name: string,
): FieldMeta | undefined {
  const known = subjectOf({ vocabulary }, subject)
  return known?.fields.find((field) => field.name === name) ?? (known && name === 'id' ? itself(known) : undefined)
}

/** The record as a field that points to itself. */
function itself({ name, label: [label], fields }: SubjectVocabulary): FieldMeta {
  const isTree = fields.some(({ format }) => format.resource === name && format.tree)
  return {
    name: 'id',
    kind: 'belongsTo',
    label,
    operators: [],
    format: { resource: name, ...(isTree && { tree: true }) },
  }
}

/** Several things in a row, `a, b e c`; past the third they are counted. */
export function enumerate(
  texts: readonly string[],
  language: Language,
  more: 'permission.says.moreFields' | null,
): string {
  const others = texts.length - 3
  const named = more && others > 1 ? [...texts.slice(0, 3), say(language, more, { count: others })] : texts
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(named)
}
