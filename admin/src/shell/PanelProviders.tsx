import { AbilityProvider } from '@casl/react'
import type { Metadata } from '@ficha/api/contract'
import { Refine, type ResourceProps } from '@refinedev/core'
import { App } from 'antd'
import { type PropsWithChildren, useMemo } from 'react'
import { ability } from '../providers/ability.ts'
import { accessControlProvider } from '../providers/access.ts'
import { authProvider } from '../providers/auth.ts'
import { dataProvider } from '../providers/data.ts'
import { MetadataProvider } from '../providers/metadata.tsx'
import { useNotificationProvider } from '../providers/notify.ts'
import { queryClient } from '../providers/queries.ts'
import { routerProvider } from '../providers/router.ts'
import { Announcer } from './Announcer.tsx'

/** What every page of the panel finds above it; stands inside a router. */
export function PanelProviders({ metadata, children }: PropsWithChildren<{ metadata: Metadata }>) {
  const resources = useMemo(() => metadata.resources.map(routesOf), [metadata])
  return (
    <AbilityProvider value={ability}>
      <MetadataProvider metadata={metadata}>
        <App>
          <Announcer />
          <Refine
            dataProvider={dataProvider}
            authProvider={authProvider}
            accessControlProvider={accessControlProvider}
            routerProvider={routerProvider}
            notificationProvider={useNotificationProvider}
            resources={resources}
            options={options}
          >
            {children}
          </Refine>
        </App>
      </MetadataProvider>
    </AbilityProvider>
  )
}

const identity = (text: string) => text

const options = {
  disableTelemetry: true,
  disableRouteChangeHandler: true,
  mutationMode: 'pessimistic',
  reactQuery: { clientConfig: queryClient },
  // Refine would pluralise and capitalise in English.
  textTransformers: { humanize: identity, plural: identity, singular: identity },
} as const

/** Where Refine finds the pages of a resource. Its metadata stays out: Refine puts `meta` into every query key. */
function routesOf({ name, path, label }: Metadata['resources'][number]): ResourceProps {
  return {
    name,
    list: `/${path}`,
    create: `/${path}/new`,
    show: `/${path}/:id`,
    edit: `/${path}/:id`,
    meta: { label: label[1] },
  }
}
