import { Navigate } from 'react-router'
import { useAccess } from '../providers/access.ts'
import { useWords } from '../providers/i18n.ts'
import { useMetadata } from '../providers/metadata.tsx'
import { Empty } from '../record/states/Empty.tsx'

/** The first resource of the menu; for a person who may see none, a word on whom to ask. */
export function HomePage() {
  const say = useWords()
  const { can } = useAccess()
  const first = useMetadata().resources.find(({ menu, name }) => menu !== null && can('read', name))
  if (first) return <Navigate to={`/${first.path}`} replace />
  return <Empty title={say('shell.nothing.title')} detail={say('shell.nothing.detail')} page />
}
