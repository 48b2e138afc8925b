import type { Language } from '@ficha/api/contract'
import type { ConfigProviderProps } from 'antd'
import english from 'antd/es/locale/en_US'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { useLanguage } from '../providers/i18n.ts'

type Locale = ConfigProviderProps['locale']

// From `es`: `antd/locale` is CommonJS, and what bundlers make of its default export is an object around the texts.
const loaders = {
  'pt-BR': async () => {
    const [texts] = await Promise.all([import('antd/es/locale/pt_BR'), import('dayjs/locale/pt-br')])
    dayjs.locale('pt-br')
    return texts.default
  },
  en: async () => {
    dayjs.locale('en')
    return english
  },
} satisfies Record<Language, () => Promise<Locale>>

/** antd's own texts and the names of days and months, in the language of the screen. English, antd's own, until they are there. */
export function useLocale(): Locale {
  const [language] = useLanguage()
  // Never without one: antd would draw the whole panel anew when the first one comes, and what was typed until then would be gone.
  const [locale, setLocale] = useState<Locale>(english)
  useEffect(() => {
    let current = true
    // Without them antd speaks English, which is no reason to stop.
    loaders[language]()
      .then((loaded) => current && setLocale(loaded))
      .catch(() => undefined)
    return () => {
      current = false
    }
  }, [language])
  return locale
}
