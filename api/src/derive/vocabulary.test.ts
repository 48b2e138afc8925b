import { expect, test } from 'vitest'
import { speechOf, speechOfSubjects } from '../access/rules/validate.ts'
import type { Vocabulary } from '../contract/permissions.ts'
import type { Resources } from '../define/resource.ts'
import * as shipped from '../resources/index.ts'
import { platform } from '../resources/platform.ts'
import type { Visible } from './field-meta.ts'
import { resourceVocabulary, subjectVocabulary } from './vocabulary.ts'

const resources: Resources = shipped
const language = 'pt-BR'

/** The names of a vocabulary, as the rules are judged by them. */
function speechIn({ subjects }: Vocabulary) {
  return Object.fromEntries(
    subjects.map(({ name, actions, fields }) => [
      name,
      { actions: actions.map((action) => action.name), fields: fields.map((field) => field.name) },
    ]),
  )
}

function subjectIn(vocabulary: Vocabulary, name: string) {
  const found = vocabulary.subjects.find((subject) => subject.name === name)
  if (!found) throw new Error(`The vocabulary has no "${name}".`)
  return found
}

test('the editor of rules offers the very words that a saved rule may use', () => {
  expect(speechIn(resourceVocabulary(resources, { language }))).toEqual(speechOf(resources))
  expect(speechIn(subjectVocabulary(platform, { language }))).toEqual(speechOfSubjects(platform))
})

test('actions and verbs of a resource stand after what may be done to every record', () => {
  const vocabulary = resourceVocabulary(resources, { language })

  expect(subjectIn(vocabulary, 'permissionGroup').actions).toEqual([
    { name: 'read', label: 'Ver' },
    { name: 'create', label: 'Criar' },
    { name: 'update', label: 'Alterar' },
    { name: 'delete', label: 'Excluir' },
    { name: 'assign', label: 'Atribuir a usuários' },
  ])
})

test('conditions reach through references and through records that point here', () => {
  const vocabulary = resourceVocabulary(resources, { language })

  expect(subjectIn(vocabulary, 'customer').relations).toEqual([
    { name: 'brand', label: 'Marca', subject: 'brand', many: false },
    { name: 'permissionGroup', label: 'Grupo de permissões', subject: 'permissionGroup', many: false },
    { name: 'contracts', label: 'Contratos', subject: 'contract', many: true },
    { name: 'contacts', label: 'Contatos', subject: 'contact', many: true },
    { name: 'attachments', label: 'Anexos', subject: 'attachment', many: true },
  ])
  expect(subjectIn(vocabulary, 'user').relations).toContainEqual({
    name: 'groups',
    label: 'Grupos de permissões',
    subject: 'permissionGroup',
    many: true,
  })
})

test('the same words are there in English', () => {
  const staff = resourceVocabulary(resources, { language: 'en' })
  const customers = subjectVocabulary(platform, { language: 'en' })

  expect(subjectIn(staff, 'permissionGroup').actions.at(-1)?.label).toBe('Assign to users')
  expect(subjectIn(customers, 'command').actions.map(({ label }) => label)).toContain('Unlock')
  expect(JSON.stringify([staff, customers])).not.toMatch(/ção\b|ões\b|Usuário|Veículo|Marca\b/)
})

test('what somebody may not know is not named to them', () => {
  const visible: Visible = {
    resource: ({ name }) => name === 'customer',
    action: ({ name }, action) => name === 'customer' && action === 'read',
    fields: () => new Set(['name', 'brand', 'status']),
  }

  const { subjects } = resourceVocabulary(resources, { language, visible })

  expect(
    subjects.map(({ name, actions, fields, relations }) => [name, actions, fields.map((f) => f.name), relations]),
  ).toEqual([['customer', [{ name: 'read', label: 'Ver' }], ['brand', 'name', 'status'], []]])
  expect(JSON.stringify(subjects)).not.toContain('statusReason')
})

test('rules for customers speak of nobody of the panel', () => {
  const { placeholders } = subjectVocabulary(platform, { language })

  expect(placeholders.map(({ type }) => type)).toEqual(['instant'])
})
