import { adminEn, adminPtBR } from './admin/index.ts'
import { apiEn } from './api.en.ts'
import { apiPtBR } from './api.pt-BR.ts'

export const languages = ['pt-BR', 'en'] as const

export type Language = (typeof languages)[number]

/** Every text that is not a label of a definition, by language and key. */
export const words = {
  'pt-BR': { ...apiPtBR, ...adminPtBR },
  en: { ...apiEn, ...adminEn },
} as const satisfies Record<Language, Record<string, string>>

export type WordKey = keyof (typeof words)['pt-BR']

/** Whether a text is the key of one of our texts, as the custom messages of schemas are. */
export function isWordKey(text: string): text is WordKey {
  return Object.hasOwn(words['pt-BR'], text)
}

/** The best of our languages for an `Accept-Language` header (RFC 9110 12.5.4); pt-BR when it asks for none of them. */
export function languageOf(acceptLanguage: string | null | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { tag: tag.trim(), quality: Number(quality ?? 1) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of wanted) {
    if (tag === 'pt' || tag.startsWith('pt-')) return 'pt-BR'
    if (tag === 'en' || tag.startsWith('en-')) return 'en'
  }
  return 'pt-BR'
}

/** A text with its placeholders filled: `say('en', 'problem.stale.detail')`. */
export function say(language: Language, key: WordKey, params: Readonly<Record<string, string | number>> = {}): string {
  return words[language][key].replace(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder))
}
