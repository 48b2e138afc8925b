import type { ResourceMeta } from '@ficha/api/contract'
import { useParams } from 'react-router'
import { useAccess } from '../providers/access.ts'
import { useResourceByPath } from '../providers/metadata.tsx'
import { CreateForm } from './page/CreateForm.tsx'
import { LeaveGuard } from './page/LeaveGuard.tsx'
import styles from './page/Page.module.css'
import { RecordSkeleton } from './page/RecordSkeleton.tsx'
import { useGiven } from './page/useGiven.ts'
import { NotAllowed } from './states/NotAllowed.tsx'
import { NotFound } from './states/NotFound.tsx'

/** `/:path/new`: a new record of any resource; `?customer=3` fills in the record it belongs to. */
export function CreatePage() {
  const { path = '' } = useParams()
  const resource = useResourceByPath(path)
  const { can } = useAccess()
  if (!resource) return <NotFound />
  if (!can('create', resource.name)) return <NotAllowed />
  return <NewRecord key={resource.name} resource={resource} />
}

function NewRecord({ resource }: { resource: ResourceMeta }) {
  const given = useGiven(resource)
  return (
    <LeaveGuard>
      <div className={styles.page}>{given ? <CreateForm resource={resource} given={given} /> : <RecordSkeleton />}</div>
    </LeaveGuard>
  )
}
