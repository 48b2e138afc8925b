import { type Language, languageOf, languages, type WordKey, words } from '@ficha/api/contract'
import { createInstance } from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { preference, usePreference } from './preference.ts'

/** Values for the placeholders of a text. */
export type WordParams = Readonly<Record<string, string | number>>

/** A text of the catalogue in the language of the screen. */
export type Words = (key: WordKey, params?: WordParams) => string

/** The language of this browser; what the browser asks for until somebody chooses. */
export const languageChoice = preference<Language>('language', languages, () =>
  languageOf(navigator.languages.join(',')),
)

const i18n = createInstance()

void i18n.use(initReactI18next).init({
  lng: languageChoice.get(),
  resources: { 'pt-BR': { translation: words['pt-BR'] }, en: { translation: words.en } },
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  pluralSeparator: '__',
  contextSeparator: '__',
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
})

document.documentElement.lang = languageChoice.get()

languageChoice.subscribe(() => {
  document.documentElement.lang = languageChoice.get()
  void i18n.changeLanguage(languageChoice.get())
})

/** Texts in the language of the screen. */
export function useWords(): Words {
  const { t } = useTranslation(undefined, { i18n })
  return useCallback<Words>((key, params) => t(key, params), [t])
}

/** The language of the screen and how to change it; kept in this browser. */
export const useLanguage = (): [Language, (language: Language) => void] => usePreference(languageChoice)

/** The language outside components: what `Accept-Language` asks for. */
export const currentLanguage = languageChoice.get

/** A text outside components. */
export const sayNow: Words = (key, params) => i18n.t(key, { ...params, lng: currentLanguage() })
