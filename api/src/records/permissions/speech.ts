import type { Person } from '../../access/person.ts'
import { rowsOf } from '../../access/rows.ts'
import type { Audience, RuleConditions, Vocabulary } from '../../contract/permissions.ts'
import { maxId } from '../../define/record-id.ts'
import { type NamedRecord, recordsNamed } from '../../derive/condition-references.ts'
import { resourceVocabulary, subjectVocabulary } from '../../derive/vocabulary.ts'
import { type Speech, titleKey } from '../../derive/words/speech.ts'
import { lookup } from '../lookup.ts'
import { visibleTo } from '../metadata.ts'
import { type Asker, demandRules } from './asker.ts'

const vocabularies = new WeakMap<Person, Map<string, Vocabulary>>()

/** What rules of an audience can speak of, as far as this person may know it: put together once a person. */
export function vocabularyOf(asker: Asker, audience: Audience): Vocabulary {
  const { person, language } = asker
  const known = vocabularies.get(person) ?? new Map<string, Vocabulary>()
  vocabularies.set(person, known)
  const key = `${audience} ${language}`
  const vocabulary = known.get(key) ?? newVocabulary(asker, audience)
  known.set(key, vocabulary)
  return vocabulary
}

function newVocabulary({ panel, person, language }: Asker, audience: Audience): Vocabulary {
  return audience === 'staff'
    ? resourceVocabulary(panel.resources, { language, visible: visibleTo(person) })
    : subjectVocabulary(panel.platform, { language })
}

/** The same for whoever edits rules. @throws Forbidden */
export function vocabulary(asker: Asker, audience: Audience): Vocabulary {
  demandRules(asker)
  return vocabularyOf(asker, audience)
}

/** Conditions that are to be put into words, each with its subject. */
export type Spoken = readonly (readonly [subject: string, conditions: RuleConditions | null | undefined])[]

/** What sentences about rules are made of, with the names of the records that the conditions speak of, as far as this person may read them. */
export async function speechFor(asker: Asker, spoken: Spoken, audience: Audience = 'staff'): Promise<Speech> {
  const named =
    audience === 'staff'
      ? spoken.flatMap(([subject, conditions]) =>
          conditions ? recordsNamed(asker.panel.resources, subject, conditions) : [],
        )
      : []
  return {
    vocabulary: vocabularyOf(asker, audience),
    language: asker.language,
    titles: await titlesOf(asker, named),
  }
}

/** More records than these of one resource go by their ids. */
const maxTitles = 200

/** What records are called, of a tree from the root down, as far as this person may read it. */
export async function titlesOf(asker: Asker, named: readonly NamedRecord[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const name of new Set(named.map(({ resource }) => resource))) {
    const resource = asker.panel.resources[name]
    if (!resource || rowsOf(asker.person, 'read', resource).is === 'never') continue
    const ids = [...new Set(named.filter((record) => record.resource === name).map(({ id }) => id))].filter(isId)
    if (ids.length === 0) continue
    const { choices } = await lookup({ ...asker, resource }, { ids: ids.slice(0, maxTitles).join(',') })
    for (const { id, title, path } of choices) titles.set(titleKey(name, id), path ?? title)
  }
  return titles
}

/** A draft may name anything. */
const isId = (id: number) => Number.isInteger(id) && id > 0 && id <= maxId
