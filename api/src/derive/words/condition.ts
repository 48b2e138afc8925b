import type { FieldMeta } from '../../contract/metadata.ts'
import { type RuleConditions, type RuleOperator, ruleOperators } from '../../contract/permissions.ts'
import { say, type WordKey } from '../../contract/words/index.ts'
import { fieldName, type Speech, spokenField, subjectOf } from './speech.ts'
import { valueText } from './value.ts'

/** The conditions of a rule in words: `Marca é a da pessoa ou abaixo e Status não é Cancelado`. What cannot be said stands as it is written. */
export function conditionSentence(speech: Speech, subject: string, conditions: RuleConditions): string {
  const parts = partsOf({ ...speech, subject, path: '' }, conditions)
  return parts.length > 0 ? joined(parts, 'conjunction', speech) : say(speech.language, 'permission.says.everyRecord')
}

/** Where a part of a condition stands: on which subject, reached through what. */
interface Place extends Speech {
  readonly subject: string
  /** `Cliente › `, before the name of a field. */
  readonly path: string
}

/** A part in words, and whether it is several that need brackets among others. */
interface Part {
  readonly text: string
  readonly isMany?: boolean
}

type Entries = { readonly [key: string]: unknown }

function isEntries(given: unknown): given is Entries {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}

function joined(parts: readonly Part[], type: 'conjunction' | 'disjunction', { language }: Speech): string {
  const texts = parts.map(({ text, isMany }) => (isMany && parts.length > 1 ? `(${text})` : text))
  return new Intl.ListFormat(language, { type }).format(texts)
}

function partsOf(place: Place, conditions: Entries): Part[] {
  return Object.entries(conditions).flatMap(([key, value]) => entryParts(place, key, value))
}

function whole(place: Place, conditions: Entries): Part {
  const parts = partsOf(place, conditions)
  const text =
    parts.length > 0 ? joined(parts, 'conjunction', place) : say(place.language, 'permission.says.everyRecord')
  return { text, isMany: parts.length > 1 }
}

function entryParts(place: Place, key: string, value: unknown): Part[] {
  if ((key === '$and' || key === '$or') && Array.isArray(value) && value.every(isEntries)) {
    const parts = value.map((each) => whole(place, each))
    const text = joined(parts, key === '$and' ? 'conjunction' : 'disjunction', place)
    return [{ text, isMany: parts.length > 1 }]
  }
  if (key === '$not' && isEntries(value))
    return [{ text: say(place.language, 'permission.says.not', { text: whole(place, value).text }) }]
  if (key.startsWith('$') || Array.isArray(value)) return [{ text: JSON.stringify({ [key]: value }) }]
  if (!isEntries(value)) return [comparisonPart(place, { field: key, operator: '$eq', value })]
  const operators = Object.entries(value)
  if (operators.length > 0 && operators.every(([operator]) => Object.hasOwn(words, operator)))
    return operators.map(([operator, wanted]) => comparisonPart(place, { field: key, operator, value: wanted }))
  return [relatedPart(place, key, value)]
}

function relatedPart(place: Place, through: string, value: Entries): Part {
  const { language } = place
  const relation = subjectOf(place, place.subject)?.relations.find(({ name }) => name === through)
  const field = spokenField(place, place.subject, through)
  const label = place.path + (relation?.label ?? field?.label ?? through)
  const subject = relation?.subject ?? field?.format.resource ?? through
  const [word] = Object.keys(value)
  const of = word === '$some' || word === '$none' ? value[word] : undefined
  if (isEntries(of)) {
    const many = word === '$some' ? 'permission.says.some' : 'permission.says.none'
    if (Object.keys(of).length === 0) return { text: say(language, `${many}.any`, { label }) }
    return { text: say(language, many, { label, text: whole({ ...place, subject, path: '' }, of).text }) }
  }
  const inner = partsOf({ ...place, subject, path: `${label} › ` }, value)
  const [only] = inner
  if (only && inner.length === 1 && !only.isMany) return only
  return {
    text: say(language, 'permission.says.one', { label, text: whole({ ...place, subject, path: '' }, value).text }),
  }
}

const words: Readonly<Record<RuleOperator, WordKey>> = {
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
const dated: Readonly<Record<string, WordKey>> = { $lt: 'permission.says.before', $gt: 'permission.says.after' }

interface Comparison {
  readonly field: string
  readonly operator: string
  readonly value: unknown
}

function comparisonPart(place: Place, { field: name, operator, value }: Comparison): Part {
  const { language } = place
  const field = spokenField(place, place.subject, name)
  const label = place.path + fieldName(place, place.subject, name)
  const emptiness = emptinessOf(operator, value)
  if (emptiness) return { text: say(language, emptiness, { label }) }
  const values = [value].flat().map((each) => valueText(each, field, place))
  const shown = new Intl.ListFormat(language, { type: 'disjunction' }).format(values)
  return { text: say(language, keyOf(operator, value, field), { label, value: shown }) }
}

function emptinessOf(operator: string, value: unknown): 'filter.says.empty' | 'filter.says.filled' | undefined {
  if (operator === '$null') return value === false ? 'filter.says.filled' : 'filter.says.empty'
  if (value !== null) return undefined
  return operator === '$ne' ? 'filter.says.filled' : 'filter.says.empty'
}

function keyOf(operator: string, value: unknown, field: FieldMeta | undefined): WordKey {
  if (operator === '$eq' && typeof value === 'boolean') return 'filter.says.answer'
  const isDate = field?.kind === 'date' || field?.kind === 'dateTime'
  const known = ruleOperators.find((one) => one === operator) ?? '$eq'
  return (isDate ? dated[known] : undefined) ?? words[known]
}
