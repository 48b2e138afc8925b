import { type ComponentType, lazy, useRef } from 'react'
import { Route, Routes, useParams } from 'react-router'
import { HomePage } from './pages/HomePage.tsx'
import { useAccess } from './providers/access.ts'
import { useResourceByPath } from './providers/metadata.tsx'
import { NotAllowed } from './record/states/NotAllowed.tsx'
import { NotFound } from './record/states/NotFound.tsx'
import { Layout } from './shell/Layout.tsx'

const RecordList = lazy(() => import('./record/RecordList.tsx').then((module) => ({ default: module.RecordList })))
const RecordPage = lazy(() => import('./record/RecordPage.tsx').then((module) => ({ default: module.RecordPage })))
const CreatePage = lazy(() => import('./record/CreatePage.tsx').then((module) => ({ default: module.CreatePage })))
const ComparePage = lazy(() =>
  import('./permissions/compare/ComparePage.tsx').then((module) => ({ default: module.ComparePage })),
)
const PasswordPage = lazy(() => import('./pages/PasswordPage.tsx').then((module) => ({ default: module.PasswordPage })))
const SessionsPage = lazy(() => import('./pages/SessionsPage.tsx').then((module) => ({ default: module.SessionsPage })))

/** The pages of the panel. Those of a resource are the same three for all of them, drawn from its metadata. */
export function PanelRoutes() {
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route index element={<HomePage />} />
        <Route path="account/password" element={<PasswordPage />} />
        <Route path="account/sessions" element={<SessionsPage />} />
        <Route path="permission-groups/compare" element={<ComparePage />} />
        <Route path=":path" element={<ResourcePage verb="read" page={RecordList} />} />
        <Route path=":path/new" element={<ResourcePage verb="create" page={CreatePage} />} />
        <Route path=":path/:id" element={<ResourcePage verb="read" page={RecordPage} />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  )
}

/** A page of the resource in the address. What the person may not do asks nothing of the API. */
function ResourcePage({ verb, page: Page }: { verb: string; page: ComponentType }) {
  const { path = '', id } = useParams()
  const resource = useResourceByPath(path)
  const { can } = useAccess()
  const known = useRef<string>(undefined)
  if (resource) known.current = path
  // What one was shown a moment ago is not unknown: it may not be seen any more.
  if (!resource) return known.current === path ? <NotAllowed /> : <NotFound />
  if (!can(verb, resource.name)) return <NotAllowed asked={{ action: verb, subject: resource.name }} />
  // Another resource or record is another page: none of the former one's state or rows may show in it.
  return <Page key={`${resource.name}/${id ?? ''}`} />
}
