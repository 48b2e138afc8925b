import type { RelatedMeta, ResourceMeta, Warning } from '@ficha/api/contract'
import { memo, useCallback, useState } from 'react'
import { useAccess } from '../providers/access.ts'
import { useLanguage, useWords } from '../providers/i18n.ts'
import { useResourceMeta } from '../providers/metadata.tsx'
import { narrow, useMedia } from '../providers/useMedia.ts'
import type { Total } from './list/pages.ts'
import { totalText } from './list/totalText.ts'
import { DeleteDialog } from './page/DeleteDialog.tsx'
import type { Row } from './page/row.ts'
import { SaveAlerts } from './page/SaveAlerts.tsx'
import { inSentence } from './page/title.ts'
import { useReadable } from './readable.ts'
import { AddButton } from './related/AddButton.tsx'
import { EditRow } from './related/EditRow.tsx'
import { NewRow } from './related/NewRow.tsx'
import styles from './related/Related.module.css'
import { RelatedCards } from './related/RelatedCards.tsx'
import { RelatedPager } from './related/RelatedPager.tsx'
import { RelatedTable } from './related/RelatedTable.tsx'
import { useOpenRow } from './related/useOpenRow.ts'
import { relatedColumns, useRelated } from './related/useRelated.ts'
import { Empty } from './states/Empty.tsx'
import { Failed } from './states/Failed.tsx'

interface RelatedListProps {
  related: RelatedMeta
  /** The record they point to. */
  parent: Row
}

/** Records of another resource that point to this one: opened on their own page, or added, edited and deleted in place. */
export const RelatedList = memo(function RelatedList({ related, parent }: RelatedListProps) {
  const resource = useResourceMeta(related.resource)
  return <Rows key={`${resource.name}/${parent.id}`} resource={resource} related={related} parent={parent} />
})

function Rows({ resource, related, parent }: RelatedListProps & { resource: ResourceMeta }) {
  const words = useWords()
  const isNarrow = useMedia(narrow)
  const { can } = useAccess()
  const readable = useReadable(resource)
  const table = useRelated(readable, related, parent.id)
  const { editing, open, close, goOn, container } = useOpenRow()
  const [unsaved, setUnsaved] = useState(false)
  const [deleting, setDeleting] = useState<Row>()
  const [warnings, setWarnings] = useState<readonly Warning[]>([])
  const given = { [related.via]: parent.id }
  // One that could not be made to belong here would not show here.
  const canAdd = can('create', resource.name) && can('create', resource.name, undefined, related.via)
  const { rows, total, isPending } = table

  const forms = {
    resource,
    given,
    onUnsaved: useCallback((now: boolean) => setUnsaved(now), []),
    onClose: close,
    onDone: (odd: readonly Warning[]) => {
      setWarnings(odd)
      close()
    },
  }
  const list = {
    resource: readable,
    related,
    columns: relatedColumns(readable, related),
    rows,
    busy: unsaved,
    formUnder: (row: Row) => editing === row.id && <EditRow key={row.id} record={row} {...forms} />,
    onEdit: (row: Row) => open(row.id),
    onDelete: setDeleting,
  }
  const add = canAdd && (
    <AddButton resource={resource} inline={related.inline} given={given} busy={unsaved} onAdd={() => open('new')} />
  )

  if (table.error) return <Failed error={table.error} retry={table.retry} />
  return (
    <div ref={container} tabIndex={-1} className={styles.list}>
      <div className={styles.head}>
        <span className={styles.total}>{total && <Counted total={total} label={resource.label} />}</span>
        {(rows.length > 0 || editing === 'new') && add}
      </div>
      <SaveAlerts texts={[]} oddities={warnings.map(({ text }) => text)} />
      {editing === 'new' && (
        <div className={styles.new}>
          <NewRow {...forms} />
        </div>
      )}
      {isPending && <Bones />}
      {!isPending && rows.length === 0 && editing !== 'new' && (
        <Empty title={words('record.related.empty')}>{add}</Empty>
      )}
      {rows.length > 0 &&
        (isNarrow ? (
          <RelatedCards {...list} />
        ) : (
          <RelatedTable {...list} sorters={table.sorters} onSort={table.sort} />
        ))}
      {total && <RelatedPager label={resource.label[1]} total={total} table={table} busy={unsaved} />}
      {deleting && (
        <DeleteDialog
          resource={resource}
          record={deleting}
          onClose={() => setDeleting(undefined)}
          onDeleted={() => {
            setDeleting(undefined)
            goOn()
          }}
        />
      )}
    </div>
  )
}

function Counted({ total, label: [one, many] }: { total: Total; label: [string, string] }) {
  const words = useWords()
  const [language] = useLanguage()
  if (total.count === 1) return words('record.related.total.one', { label: inSentence(one) })
  return words('record.related.total.many', { count: totalText(total, words, language), label: inSentence(many) })
}

function Bones() {
  return ['first', 'second', 'third'].map((bone) => <div key={bone} className={styles.bone} aria-hidden />)
}
