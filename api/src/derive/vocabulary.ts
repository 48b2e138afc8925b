import {
  type Placeholder,
  placeholderTypes,
  type SubjectVocabulary,
  standardActions,
  type Vocabulary,
} from '../contract/permissions.ts'
import { type Language, say } from '../contract/words/index.ts'
import { baseFieldDefinitions } from '../define/base-fields.ts'
import type { Field } from '../define/field.ts'
import type { Resource, Resources } from '../define/resource.ts'
import type { Subject, Subjects } from '../define/subject.ts'
import { fieldMeta, type Visible, withinSight } from './field-meta.ts'
import { Labels } from './labels.ts'

interface Told {
  language: Language
  /** Left out: somebody who may know everything. */
  visible?: Visible
}

/** What rules about resources can speak of, in their order, cut to what is visible: names of what is not never leave. */
export function resourceVocabulary(resources: Resources, { language, visible = everything }: Told): Vocabulary {
  const labels = new Labels(language)
  const telling = { resources, labels, visible }
  const subjects = Object.values(resources).map((resource) => ({
    name: resource.name,
    label: labels.resource(resource),
    icon: resource.icon,
    actions: [
      ...standardActions.map((name) => ({ name, label: say(language, `vocabulary.${name}`) })),
      ...Object.entries(resource.actions).map(([name, { label }]) => word(labels, resource, name, label)),
      ...Object.entries(resource.verbs).map(([name, label]) => word(labels, resource, name, label)),
    ].filter(({ name }) => visible.action(resource, name)),
    fields: fieldsOf(resource, telling),
    relations: [...referencesOf(resource, telling), ...relationsOf(resource, telling)],
  }))
  return { subjects: subjects.filter(({ actions }) => actions.length > 0), placeholders: placeholdersIn(language) }
}

/** What rules for the logins of customers can speak of. Of whoever asks there nothing is known but when. */
export function subjectVocabulary(subjects: Subjects, { language }: Pick<Told, 'language'>): Vocabulary {
  const labels = new Labels(language)
  return {
    subjects: Object.values(subjects).map((subject) => ({
      name: subject.name,
      label: labels.resource(subject),
      icon: subject.icon,
      actions: Object.entries(subject.actions).map(([name, label]) => word(labels, subject, name, label)),
      fields: Object.entries(subject.fields).map(([name, field]) =>
        fieldMeta({ owner: subject.name, name, field, labels, resources: {} }),
      ),
      relations: [],
    })),
    placeholders: placeholdersIn(language).filter(({ type }) => type === 'instant'),
  }
}

const { id: _id, ...recordFields } = baseFieldDefinitions

/** What every rule may name: all fields but `id`, which belongs to whoever sees the record. */
const speakable = ({ fields }: Resource): [string, Field][] => Object.entries({ ...fields, ...recordFields })

const everything: Visible = {
  resource: () => true,
  action: () => true,
  fields: (resource) => new Set(speakable(resource).map(([name]) => name)),
}

function word(labels: Labels, { name: subject }: Pick<Subject, 'name'>, name: string, label: string) {
  return { name, label: labels.action(subject, name, label) }
}

interface Telling {
  resources: Resources
  labels: Labels
  visible: Visible
}

function fieldsOf(resource: Resource, { resources, labels, visible }: Telling): SubjectVocabulary['fields'] {
  const seen = visible.fields(resource)
  return speakable(resource)
    .filter(([name]) => seen.has(name))
    .map(([name, field]) => {
      const told = fieldMeta({ owner: resource.name, name, field, labels, resources })
      return withinSight(told, { seen, resources, visible })
    })
}

/** Through a field that points to another record, or to many. */
function referencesOf(resource: Resource, { resources, labels, visible }: Telling): SubjectVocabulary['relations'] {
  const seen = visible.fields(resource)
  return Object.entries(resource.fields).flatMap(([name, field]) => {
    const isReference = field.kind === 'belongsTo' || field.kind === 'manyToMany'
    const target = isReference && seen.has(name) ? resources[field.format.resource ?? ''] : undefined
    if (!target || !visible.resource(target)) return []
    const label = labels.field(resource.name, name, field)
    return { name, label, subject: target.name, many: field.kind === 'manyToMany' }
  })
}

/** Through records that point here: they are called what their resource is. */
function relationsOf({ relations }: Resource, { resources, labels, visible }: Telling): SubjectVocabulary['relations'] {
  return Object.entries(relations).flatMap(([name, { resource }]) => {
    const target = resources[resource]
    if (!target || !visible.resource(target)) return []
    return { name, label: labels.resource(target)[1], subject: target.name, many: true }
  })
}

const placeholders = Object.keys(placeholderTypes) as (keyof typeof placeholderTypes)[] // its own keys are all it has

function placeholdersIn(language: Language): Placeholder[] {
  return placeholders.map((name) => ({
    token: `\${${name}}`,
    label: say(language, `vocabulary.${name}`),
    type: placeholderTypes[name],
  }))
}
