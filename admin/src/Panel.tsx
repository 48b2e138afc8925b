import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Navigate, useLocation } from 'react-router'
import { PanelRoutes } from './PanelRoutes.tsx'
import { ForcedPasswordPage } from './pages/ForcedPasswordPage.tsx'
import { permissionExtensions } from './permissions/extensions.ts'
import { ApiError } from './providers/api.ts'
import { followEvents } from './providers/events.ts'
import { useLanguage } from './providers/i18n.ts'
import { meQuery, metaQuery } from './providers/opening.ts'
import { queryClient } from './providers/queries.ts'
import { useSession } from './providers/session.ts'
import { ExtensionsContext } from './record/extensions.ts'
import { Failed } from './record/states/Failed.tsx'
import { PageSkeleton } from './shell/PageSkeleton.tsx'
import { PanelProviders } from './shell/PanelProviders.tsx'
import { SignInDialog } from './shell/SignInDialog.tsx'

/** Everything behind the sign-in: learns who is there, then what they may see, then opens the pages. */
export function Panel() {
  const { me } = useSession()
  const place = useLocation()
  const { error, refetch } = useQuery({ ...meQuery, enabled: me === undefined }, queryClient)
  if (me?.user.mustChangePassword) return <ForcedPasswordPage />
  if (me) return <OpenPanel />
  if (error instanceof ApiError && error.statusCode === 401)
    return <Navigate to="/sign-in" state={{ to: place }} replace />
  if (error) return <Failed error={error} retry={refetch} page />
  return <PageSkeleton />
}

/** Listens while somebody is there; after a session has ended, when they are there again. */
function useEvents(): void {
  const { ended } = useSession()
  useEffect(() => (ended ? undefined : followEvents()), [ended])
}

function OpenPanel() {
  const [language] = useLanguage()
  useEvents()
  const { data: metadata, error, refetch } = useQuery(metaQuery(language), queryClient)
  if (!metadata) return error ? <Failed error={error} retry={refetch} page /> : <PageSkeleton />
  return (
    <PanelProviders metadata={metadata}>
      <ExtensionsContext value={permissionExtensions}>
        <PanelRoutes />
      </ExtensionsContext>
      <SignInDialog />
    </PanelProviders>
  )
}
