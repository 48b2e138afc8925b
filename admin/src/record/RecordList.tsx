import { useParams } from 'react-router'
import { useResourceByPath } from '../providers/metadata.tsx'
import { ListPage } from './list/ListPage.tsx'
import { NotFound } from './states/NotFound.tsx'

/** The list of whatever resource the address names. Another resource is another page: no row of the former shows in it. */
export function RecordList() {
  const { path = '' } = useParams()
  const resource = useResourceByPath(path)
  if (!resource) return <NotFound />
  return <ListPage key={resource.name} resource={resource} />
}
