import { Suspense, useRef } from 'react'
import { Outlet, useLocation } from 'react-router'
import { useWords } from '../providers/i18n.ts'
import { useSession } from '../providers/session.ts'
import { narrow, useMedia } from '../providers/useMedia.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import styles from './Layout.module.css'
import { PageSkeleton } from './PageSkeleton.tsx'
import { Sider } from './Sider.tsx'
import { TopBar } from './TopBar.tsx'
import { usePageHeading } from './usePageHeading.ts'
import { ViewingBar } from './ViewingBar.tsx'

/** The menu, and beside or below it the page. The page has the whole height: what concerns the person stands in the menu. */
export function Layout() {
  const say = useWords()
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const isNarrow = useMedia(narrow)
  const { me } = useSession()
  usePageHeading(main)
  const page = (
    <div className={isNarrow ? styles.narrow : styles.wide}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {say('shell.skip')}
      </button>
      {isNarrow ? <TopBar /> : <Sider />}
      <main id="content" ref={main} tabIndex={-1} className={styles.main}>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  )
  if (!me?.viewing) return page
  return (
    <div className={styles.viewing}>
      <ViewingBar viewing={me.viewing} />
      {page}
    </div>
  )
}
