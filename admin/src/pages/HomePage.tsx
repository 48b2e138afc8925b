import { Navigate } from 'react-router'
import { useWords } from '../providers/i18n.ts'
import { useMetadata } from '../providers/metadata.tsx'
import { Empty } from '../record/states/Empty.tsx'

/** The first resource of the menu; for a person who may see none, a word on whom to ask. */
export function HomePage() {
  const say = useWords()
  const first = useMetadata().resources.find(({ menu }) => menu !== null)
  if (first) return <Navigate to={`/${first.path}`} replace />
  return <Empty title={say('shell.nothing.title')} detail={say('shell.nothing.detail')} page />
}
