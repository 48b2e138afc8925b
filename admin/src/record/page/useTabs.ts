import type { ResourceMeta, TabMeta } from '@ficha/api/contract'
import { useSearchParams } from 'react-router'
import { useAccess } from '../../providers/access.ts'
import { useMetadata } from '../../providers/metadata.tsx'
import { fieldsOf, namesIn } from './fields.ts'
import type { RecordForm } from './form.ts'

interface Tabs {
  /** Those with something to show. */
  tabs: TabMeta[]
  active?: TabMeta
  open: (name: string) => void
  /** The tab a field stands in. */
  holding: (field: string) => TabMeta | undefined
}

/** The parts of a record page; the open one stands in the address, so that a link leads to it. */
export function useTabs(resource: ResourceMeta, form: RecordForm): Tabs {
  const { resources } = useMetadata()
  const { can } = useAccess()
  const [search, setSearch] = useSearchParams()
  const tabs = resource.tabs.filter((tab) => {
    const { related, component } = tab
    if (related)
      return (
        resources.some(({ name }) => name === related.resource) && can('read', related.resource, undefined, related.via)
      )
    const fields = fieldsOf(namesIn(tab), form.fields)
    return component !== undefined || fields.some((field) => form.modeOf(field) !== 'absent')
  })
  return {
    tabs,
    active: tabs.find(({ name }) => name === search.get('tab')) ?? tabs[0],
    open: (name) =>
      setSearch(
        (present) => {
          present.set('tab', name)
          return present
        },
        { replace: true },
      ),
    holding: (field) => tabs.find((tab) => namesIn(tab).includes(field)),
  }
}
