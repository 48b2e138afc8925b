import type { FieldMeta, Language } from '@ficha/api/contract'
import { useLanguage, useWords, type Words } from '../providers/i18n.ts'
import { asksEmpty, textsOf } from './filters/conditions.ts'
import { kinds } from './index.ts'
import { useTitles } from './lookup.ts'
import { idsOf } from './references.ts'
import { drawnAs } from './Virtual.tsx'
import type { FilterValue } from './view.ts'

interface Speech {
  words: Words
  language: Language
  /** Titles of the records it names. */
  titles?: ReadonlyMap<number, string>
}

/** More values than this are counted instead of named. */
const namedValues = 3

/** A condition as a sentence: `Status é Ativo ou Bloqueado`. */
export function describeFilter(field: FieldMeta, filter: FilterValue, { words, language, titles }: Speech): string {
  const { label } = field
  const drawn = drawnAs(field)
  const { text, said = text } = kinds[drawn.kind]
  const values = textsOf(filter).map((value) => said(value, { field: drawn, language, titles }))
  const [from = '', to = ''] = values
  if (filter.operator === 'null')
    return words(asksEmpty(filter) ? 'filter.says.empty' : 'filter.says.filled', { label })
  if (filter.operator === 'between') {
    return from === to
      ? words('filter.says.eq', { label, value: from })
      : words('filter.says.between', { label, from, to })
  }
  const value = listed(values, { words, language })
  if (drawn.kind === 'boolean' && filter.operator !== 'ne') return words('filter.says.answer', { label, value })
  return words(`filter.says.${filter.operator}`, { label, value })
}

/** The sentence of a chip, with the titles of the records it names fetched when they are not known. */
export function useFilterSentence(field: FieldMeta, filter: FilterValue): string {
  const words = useWords()
  const [language] = useLanguage()
  const { kind, format } = field
  const names = (kind === 'belongsTo' || kind === 'manyToMany') && filter.operator !== 'null'
  const titles = useTitles(format.resource ?? '', names ? idsOf(textsOf(filter)) : [])
  return describeFilter(field, filter, { words, language, titles })
}

function listed(values: string[], { words, language }: Speech): string {
  const others = values.length - namedValues
  const named = others > 1 ? [...values.slice(0, namedValues), words('filter.says.others', { count: others })] : values
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(named)
}
