import { fulfils, type ResourceMeta, type TabMeta } from '@ficha/api/contract'
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
  const isRelatedSeen = ({ related }: TabMeta) =>
    related !== undefined &&
    resources.some(({ name }) => name === related.resource) &&
    can('read', related.resource, undefined, related.via)
  const hasFields = (tab: TabMeta) =>
    fieldsOf(namesIn(tab), form.fields).some((field) => form.modeOf(field) !== 'absent')
  const tabs = resource.tabs
    .filter((tab) => isShown(tab, form))
    .flatMap((tab): TabMeta[] => {
      if (tab.component !== undefined || (tab.related && isRelatedSeen(tab))) return [tab]
      const { related, ...others } = tab
      return hasFields(tab) ? [others] : []
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

/** Whether the record, as the form holds it, has this tab; what decides and is hidden the API knows alone: it is there then. */
export function isShown({ visibleWhen }: TabMeta, { record, values }: Pick<RecordForm, 'record' | 'values'>): boolean {
  if (!visibleWhen) return true
  const isHidden = Object.keys(visibleWhen).some((name) => record?._access.fields.hidden.includes(name))
  return isHidden || fulfils(values, visibleWhen)
}
