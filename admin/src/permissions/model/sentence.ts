import { type FieldMeta, type GroupTest, type Language, type Rule, say, type WordKey } from '@ficha/api/contract'
import { kinds } from '../../kinds/index.ts'
import { drawnAs } from '../../kinds/Virtual.tsx'
import { inSentence } from '../../record/page/title.ts'
import { type Comparison, type ConditionNode, type Group, type Related, readConditions } from './conditionModel.ts'
import { everyAction, everySubject, isConditional } from './matrixModel.ts'
import { placeholderText, tokenOf } from './placeholders.ts'
import { enumerate, fieldOf, type Speech, subjectOf, titleKey } from './speech.ts'

/** A rule in words: `Clientes: permite ver e alterar só Nome e E-mail quando Marca é a da pessoa ou abaixo.` */
export function ruleSentence(rule: Rule, speech: Speech): string {
  const { language } = speech
  const { subject, actions, fields, conditions, inverted } = rule
  const fieldNames = (fields ?? []).map((name) => fieldOf(speech, subject, name)?.label ?? name)
  return say(language, inverted ? 'permission.says.denies' : 'permission.says.allows', {
    subject: subjectName(subject, speech),
    actions: enumerate(
      actions.map((name) => actionName(subject, name, speech)),
      language,
      null,
    ),
    fields: fields
      ? say(language, 'permission.says.fields', {
          fields: enumerate(fieldNames, language, 'permission.says.moreFields'),
        })
      : '',
    when: isConditional(conditions)
      ? say(language, 'permission.says.when', { condition: conditionSentence(conditions, subject, speech) })
      : say(language, 'permission.says.always'),
    check: inverted ? '' : checkText(rule, speech),
  })
}

/** What a subject is called in a row: its plural. */
export function subjectName(subject: string, speech: Speech): string {
  if (subject === everySubject) return say(speech.language, 'permission.everything')
  return subjectOf(speech, subject)?.label[1] ?? subject
}

/** What an action is called inside a sentence. */
export function actionName(subject: string, action: string, speech: Speech): string {
  if (action === everyAction) return say(speech.language, 'permission.anyAction')
  const words = subjectOf(speech, subject)?.actions ?? speech.vocabulary.subjects.flatMap(({ actions }) => actions)
  return inSentence(words.find(({ name }) => name === action)?.label ?? action)
}

function checkText({ check, subject }: Rule, speech: Speech): string {
  if (!check) return ''
  if (!isConditional(check)) return say(speech.language, 'permission.says.checkAny')
  return say(speech.language, 'permission.says.check', { condition: conditionSentence(check, subject, speech) })
}

/** Conditions in words; what cannot be read in words stands as it is written. */
export function conditionSentence(conditions: unknown, subject: string, speech: Speech): string {
  const group = readConditions(conditions)
  return group ? groupText(group, { ...speech, subject, path: '' }) : JSON.stringify(conditions)
}

/** A test of a group in words. */
export function testSentence(test: GroupTest, speech: Speech): string {
  const { language } = speech
  const { subject, action, field, brand, when } = test
  const what = field ? (fieldOf(speech, subject, field)?.label ?? field) : undefined
  return say(language, test.can ? 'permission.test.can' : 'permission.test.cannot', {
    person: brand
      ? say(language, 'permission.test.ofBrand', { brand: speech.titles?.get(titleKey('brand', brand)) ?? `#${brand}` })
      : say(language, 'permission.test.ofNone'),
    action: actionName(subject, action, speech),
    what: what
      ? say(language, 'permission.test.field', { field: what, subject: subjectName(subject, speech) })
      : subjectName(subject, speech),
    when: isConditional(when)
      ? say(language, 'permission.says.when', { condition: conditionSentence(when, subject, speech) })
      : '',
  })
}

/** Where a condition stands: on which subject, reached through what. */
interface Place extends Speech {
  subject: string
  /** `Cliente › `, before the name of a field. */
  path: string
}

function groupText({ join, negated, explicit, parts }: Group, place: Place): string {
  const { language } = place
  const type = join === 'all' ? 'conjunction' : 'disjunction'
  const texts = parts.map((part) => partText(part, place, parts.length > 1))
  const nothing = join === 'any' || explicit ? '…' : say(language, 'permission.says.everyRecord')
  const text = parts.length === 0 ? nothing : new Intl.ListFormat(language, { type }).format(texts)
  return negated ? say(language, 'permission.says.not', { text }) : text
}

/** One of several parts stands in brackets where it is itself several. */
function partText(node: ConditionNode, place: Place, isAmong: boolean): string {
  switch (node.kind) {
    case 'group': {
      const text = groupText(node, place)
      return isAmong && node.parts.length > 1 && !node.negated ? `(${text})` : text
    }
    case 'comparison':
      return comparisonText(node, place)
    case 'related':
      return relatedText(node, place)
    case 'opaque':
      return JSON.stringify({ [node.key]: node.value })
  }
}

function relatedText({ through, quantifier, of }: Related, place: Place): string {
  const relation = subjectOf(place, place.subject)?.relations.find(({ name }) => name === through)
  const field = fieldOf(place, place.subject, through)
  const label = place.path + (relation?.label ?? field?.label ?? through)
  const subject = relation?.subject ?? field?.format.resource ?? through
  const [only] = of.parts
  const isSingle = of.parts.length === 1 && !of.negated && only?.kind !== 'group'
  if (quantifier === 'one' && only && isSingle) return partText(only, { ...place, subject, path: `${label} › ` }, false)
  const text = of.parts.length === 0 && !of.negated ? '' : groupText(of, { ...place, subject, path: '' })
  if (text === '' && quantifier !== 'one') return say(place.language, `permission.says.${quantifier}.any`, { label })
  return say(place.language, `permission.says.${quantifier}`, { label, text })
}

const words: Readonly<Record<Comparison['comparator'], WordKey>> = {
  $eq: 'filter.says.eq',
  $ne: 'filter.says.ne',
  $in: 'filter.says.in',
  $nin: 'filter.says.nin',
  $lt: 'filter.says.lt',
  $lte: 'filter.says.lte',
  $gt: 'filter.says.gt',
  $gte: 'filter.says.gte',
  $null: 'filter.says.empty',
  $under: 'filter.says.under',
}

/** Of days and moments one says before and after. */
const dated: Partial<Record<Comparison['comparator'], WordKey>> = {
  $lt: 'permission.says.before',
  $gt: 'permission.says.after',
}

function comparisonText({ field: name, comparator, value }: Comparison, place: Place): string {
  const { language } = place
  const field = fieldOf(place, place.subject, name)
  const label = place.path + (field?.label ?? name)
  const isEmpty = (comparator === '$null' && value === true) || (comparator === '$eq' && value === null)
  const isFilled = (comparator === '$null' && value === false) || (comparator === '$ne' && value === null)
  if (isEmpty || isFilled) return say(language, isEmpty ? 'filter.says.empty' : 'filter.says.filled', { label })
  const values = [value].flat().map((each) => valueText(each, field, place))
  const shown = values.length > 0 ? new Intl.ListFormat(language, { type: 'disjunction' }).format(values) : '…'
  if (field && drawnAs(field).kind === 'boolean' && comparator === '$eq')
    return say(language, 'filter.says.answer', { label, value: shown })
  const isDate = field?.kind === 'date' || field?.kind === 'dateTime'
  return say(language, (isDate ? dated[comparator] : undefined) ?? words[comparator], { label, value: shown })
}

/** A value of a condition in words; `…` for one that is not filled in yet. */
export function valueText(value: unknown, field: FieldMeta | undefined, speech: Speech): string {
  const { language } = speech
  const token = tokenOf(value)
  if (token) return placeholderText(token, language, speech.vocabulary)
  if (value === '' || value === undefined) return '…'
  if (value === null) return say(language, 'kind.empty')
  if (!field) return JSON.stringify(value)
  const resource = field.format.resource
  if (resource) return speech.titles?.get(titleKey(resource, value)) ?? `#${value}`
  return plainText(value, drawnAs(field), language) || JSON.stringify(value)
}

function plainText(value: unknown, field: FieldMeta, language: Language): string {
  const { text, said } = kinds[field.kind]
  return said ? said(String(value), { field, language }) : text(value, { field, language })
}
