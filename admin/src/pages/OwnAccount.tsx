import type { PropsWithChildren } from 'react'
import { useWords } from '../providers/i18n.ts'
import { useSession } from '../providers/session.ts'
import { NotAllowed } from '../record/states/NotAllowed.tsx'

/** What concerns one's own account; while the panel is seen as somebody else sees it, it would pass for theirs. */
export function OwnAccount({ children }: PropsWithChildren) {
  const say = useWords()
  const { me } = useSession()
  if (me?.viewing) return <NotAllowed detail={say('shell.viewing.account')} />
  return children
}
