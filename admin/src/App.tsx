import { lazy, Suspense } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { preloadPanel } from './preload.ts'
import { ErrorBoundary } from './shell/ErrorBoundary.tsx'
import { PageSkeleton } from './shell/PageSkeleton.tsx'
import { Theme } from './shell/Theme.tsx'

const Panel = lazy(() => import('./Panel.tsx').then((module) => ({ default: module.Panel })))
const SignInPage = lazy(() => import('./pages/SignInPage.tsx').then((module) => ({ default: module.SignInPage })))
const SetPasswordPage = lazy(() =>
  import('./pages/SetPasswordPage.tsx').then((module) => ({ default: module.SetPasswordPage })),
)
const SetUpPage = lazy(() => import('./pages/SetUpPage.tsx').then((module) => ({ default: module.SetUpPage })))

/** The admin: three pages for those who are not in yet, and the panel, which loads Refine only behind them. */
export function App() {
  return (
    <Theme>
      <ErrorBoundary>
        <BrowserRouter>
          <Suspense fallback={<PageSkeleton />}>
            <Routes>
              <Route path="/sign-in" element={<SignInPage onTyping={preloadPanel} />} />
              <Route path="/set-up" element={<SetUpPage />} />
              <Route path="/set-password" element={<SetPasswordPage />} />
              <Route path="*" element={<Panel />} />
            </Routes>
          </Suspense>
        </BrowserRouter>
      </ErrorBoundary>
    </Theme>
  )
}
