import { ConfigProvider } from 'antd'
import { type PropsWithChildren, useEffect, useMemo } from 'react'
import { usePreference } from '../providers/preference.ts'
import { densityChoice, themeChoice, themeOf } from '../providers/theme.ts'
import { useMedia } from '../providers/useMedia.ts'
import { nonce } from './nonce.ts'
import { useLocale } from './useLocale.ts'

/** Colours, density and antd's texts for everything below. */
export function Theme({ children }: PropsWithChildren) {
  const dark = useDark()
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const [density] = usePreference(densityChoice)
  const theme = useMemo(() => themeOf({ dark, density, still }), [dark, density, still])
  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
  }, [dark])
  return (
    <ConfigProvider theme={theme} locale={useLocale()} csp={nonce ? { nonce } : undefined} virtual={false}>
      {children}
    </ConfigProvider>
  )
}

function useDark(): boolean {
  const [choice] = usePreference(themeChoice)
  const system = useMedia('(prefers-color-scheme: dark)')
  return choice === 'system' ? system : choice === 'dark'
}
