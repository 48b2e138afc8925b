import type { ResourceMeta } from '@ficha/api/contract'
import { useOne } from '@refinedev/core'
import { Button } from 'antd'
import { useNavigate, useParams } from 'react-router'
import type { ApiError } from '../providers/api.ts'
import { useWords } from '../providers/i18n.ts'
import { useResourceByPath } from '../providers/metadata.tsx'
import { listAddress } from './list/listAddress.ts'
import { LeaveGuard } from './page/LeaveGuard.tsx'
import styles from './page/Page.module.css'
import { RecordSkeleton } from './page/RecordSkeleton.tsx'
import { RecordView } from './page/RecordView.tsx'
import { isId, type Row } from './page/row.ts'
import { Empty } from './states/Empty.tsx'
import { Failed } from './states/Failed.tsx'
import { NotFound } from './states/NotFound.tsx'

/** `/:path/:id?tab=`: one record of any resource, read and edited in place. */
export function RecordPage() {
  const { path = '', id = '' } = useParams()
  const resource = useResourceByPath(path)
  if (!resource) return <NotFound />
  if (!isId(id)) return <Missing resource={resource} />
  // Another record is another page: what was read or typed for one never shows under the name of another.
  return <OneRecord key={`${resource.name}/${id}`} resource={resource} id={Number(id)} />
}

function OneRecord({ resource, id }: { resource: ResourceMeta; id: number }) {
  const { query } = useOne<Row, ApiError>({
    resource: resource.name,
    id,
    liveMode: 'off',
    errorNotification: false,
    queryOptions: { placeholderData: undefined, refetchOnMount: 'always' },
  })
  const row = query.data?.data
  const status = query.error?.statusCode
  // What was read while one might still see it goes, whatever is typed over it.
  if (status === 404) return <Missing resource={resource} />
  if (query.error && (!row || status === 403)) {
    return <Failed error={query.error} retry={() => void query.refetch()} page />
  }
  return (
    <LeaveGuard>
      <div className={styles.page}>{row ? <RecordView resource={resource} row={row} /> : <RecordSkeleton />}</div>
    </LeaveGuard>
  )
}

function Missing({ resource }: { resource: ResourceMeta }) {
  const words = useWords()
  const navigate = useNavigate()
  const list = listAddress(resource)
  return (
    <Empty title={words('record.missing.title')} detail={words('problem.missing.detail')} page>
      <Button onClick={() => navigate(list.to, { state: list.state })}>{words('record.missing.back')}</Button>
    </Empty>
  )
}
