import type { Who } from '@ficha/api/contract'
import { useQuery } from '@tanstack/react-query'
import { Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { RecordLink } from '../../kinds/BelongsTo.tsx'
import { callApi } from '../../providers/api.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import type { Asked, EntryDialogProps } from '../../record/extensions.ts'
import { titleOf } from '../../record/page/title.ts'
import { useReturnFocus } from '../../record/page/useReturnFocus.ts'
import { Failed } from '../../record/states/Failed.tsx'
import { seen } from '../seen.ts'
import { DeedForm } from './DeedForm.tsx'
import styles from './Explain.module.css'

/** Who may do something to this record, or see a field of it, and through which groups. */
export function WhoDialog({ resource, record, onClose }: EntryDialogProps) {
  useReturnFocus()
  const words = useWords()
  const [language] = useLanguage()
  const [asked, setAsked] = useState<Asked>({
    action: 'read',
    subject: resource.name,
    ...(record && { id: record.id }),
  })
  const { data, error, refetch } = useWho(asked)
  const answer = seen({ data, error })
  return (
    <Modal open width={640} title={words('permission.who')} onCancel={onClose} footer={null}>
      {record && (
        <p className={styles.hint}>{words('action.on.one', { title: titleOf(resource, record, language) })}</p>
      )}
      <DeedForm asked={asked} resource={resource} onChange={setAsked} />
      {answer ? (
        <People who={answer} />
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      )}
    </Modal>
  )
}

function useWho({ subject, action, id, field }: Asked) {
  const query = new URLSearchParams({
    subject,
    action,
    ...(id !== undefined && { id: String(id) }),
    ...(field && { field }),
  })
  return useQuery({
    queryKey: ['permissions', 'who', String(query)],
    queryFn: async ({ signal }) => (await callApi<Who>('GET', `/permissions/who?${query}`, { signal })).body,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
}

function People({ who: { users } }: { who: Who }) {
  const words = useWords()
  const count = users.length === 1 ? words('permission.who.one') : words('permission.who.many', { count: users.length })
  return (
    <>
      <p role="status" className={styles.heading}>
        {users.length === 0 ? words('permission.who.none') : count}
      </p>
      <ul className={styles.people}>
        {users.map(({ id, name, groups, depends }) => (
          <li key={id}>
            <RecordLink resource="user" id={id} title={name} />
            <span className={styles.hint}>
              {[...groups.map((group) => group.name), ...(depends ? [words('permission.who.depends')] : [])].join(
                ' · ',
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
