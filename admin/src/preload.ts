import { currentLanguage } from './providers/i18n.ts'
import { meQuery, metaQuery } from './providers/opening.ts'
import { queryClient } from './providers/queries.ts'

/** Asks for everything an address will need at once, instead of one thing after the other. */
export function preload(pathname: string): void {
  if (/^\/(sign-in|set-up|set-password)\/?$/.test(pathname)) return
  void queryClient.prefetchQuery(meQuery)
  void queryClient.prefetchQuery(metaQuery(currentLanguage()))
  void import('./Panel.tsx').catch(ignore)
  void pageOf(pathname).catch(ignore)
}

function pageOf(pathname: string): Promise<unknown> {
  const [, resource, record] = pathname.split('/')
  if (resource === 'account') return Promise.resolve()
  if (!record) return import('./record/RecordList.tsx')
  return record === 'new' ? import('./record/CreatePage.tsx') : import('./record/RecordPage.tsx')
}

/** The code of the panel and its first page, for a moment when the person is still typing. */
export function preloadPanel(): void {
  void Promise.all([import('./Panel.tsx'), import('./record/RecordList.tsx')]).catch(ignore)
}

/** The page itself meets the same failure and says so. */
const ignore = () => undefined
