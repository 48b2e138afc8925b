import type { RelatedMeta, ResourceMeta, TabMeta } from '@ficha/api/contract'
import { useId } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { useResourceMeta } from '../../providers/metadata.tsx'
import { RelatedList } from '../RelatedList.tsx'
import fieldStyles from './Field.module.css'
import { OwnPart } from './OwnPart.tsx'
import styles from './Page.module.css'
import type { Row } from './row.ts'
import { Sections } from './Sections.tsx'
import { Tabs } from './Tabs.tsx'
import { TabTitle } from './TabTitle.tsx'

interface PartsProps {
  resource: ResourceMeta
  tabs: readonly TabMeta[]
  active?: TabMeta
  record: Row
  onOpen: (name: string) => void
}

/** The tabs of a record page; what was typed in one stays while another is open. A single one needs no tab. */
export function Parts({ resource, tabs, active, record, onOpen }: PartsProps) {
  const words = useWords()
  const [only, ...others] = tabs
  if (!only) return null
  if (others.length === 0) return <Part resource={resource} tab={only} record={record} />
  return (
    <Tabs
      label={words('record.parts')}
      active={active?.name ?? only.name}
      onOpen={onOpen}
      tabs={tabs.map((tab) => ({
        name: tab.name,
        title: <TabTitle tab={tab} />,
        content: <Part resource={resource} tab={tab} record={record} />,
      }))}
    />
  )
}

interface PartProps {
  resource: ResourceMeta
  tab: TabMeta
  record: Row
}

function Part({ resource, tab, record }: PartProps) {
  return (
    <div className={styles.part}>
      {tab.sections && <Sections sections={tab.sections} />}
      {tab.related && tab.sections && <Under related={tab.related} parent={record} />}
      {tab.related && !tab.sections && <RelatedList related={tab.related} parent={record} />}
      {tab.component && <OwnPart resource={resource} tab={tab} record={record} />}
    </div>
  )
}

/** Related records under the fields of a tab, named by what they are: the tab is named by the whole. */
function Under({ related, parent }: { related: RelatedMeta; parent: Row }) {
  const { label } = useResourceMeta(related.resource)
  const id = useId()
  return (
    <section className={styles.under} aria-labelledby={id}>
      <h2 id={id} className={fieldStyles.title}>
        {label[1]}
      </h2>
      <RelatedList related={related} parent={parent} />
    </section>
  )
}
