import type { SessionEntry } from '@ficha/api/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { callApi } from '../providers/api.ts'
import { useWords } from '../providers/i18n.ts'
import { useNotify } from '../providers/notify.ts'
import { Failed } from '../record/states/Failed.tsx'
import { Page } from '../shell/Page.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { OwnAccount } from './OwnAccount.tsx'
import { SessionRow } from './SessionRow.tsx'
import styles from './SessionsPage.module.css'

/** Where the person's account is open, and how to end it there. */
export function SessionsPage() {
  return (
    <OwnAccount>
      <Sessions />
    </OwnAccount>
  )
}

function Sessions() {
  const say = useWords()
  const { success, error: failure } = useNotify()
  const { data: sessions, error, refetch } = useQuery({ queryKey: ['sessions'], queryFn: readSessions })
  const { mutate: end, isPending } = useMutation({
    mutationFn: (id: number | undefined) => callApi('DELETE', id ? `/auth/sessions/${id}` : '/auth/sessions'),
    onSuccess: (_, id) => success(say(id ? 'session.ended' : 'session.othersEnded')),
    onError: ({ message }) => failure(message),
    onSettled: () => refetch(),
  })
  if (!sessions) return error ? <Failed error={error} retry={refetch} page /> : <PageSkeleton />
  const others = sessions.filter(({ current }) => !current).length
  return (
    <Page
      title={say('session.title')}
      lead={say('session.lead')}
      actions={
        others > 1 && (
          <Button disabled={isPending} onClick={() => end(undefined)}>
            {say('session.endOthers')}
          </Button>
        )
      }
    >
      <ul className={styles.list}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} disabled={isPending} onEnd={() => end(session.id)} />
        ))}
      </ul>
    </Page>
  )
}

async function readSessions({ signal }: { signal: AbortSignal }): Promise<SessionEntry[]> {
  const { body } = await callApi<SessionEntry[]>('GET', '/auth/sessions', { signal })
  return body.toSorted((a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt))
}
