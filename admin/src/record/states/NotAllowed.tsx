import { LockOutlined } from '@ant-design/icons'
import { useWords } from '../../providers/i18n.ts'
import { HomeLink } from './HomeLink.tsx'
import { State } from './State.tsx'

export interface NotAllowedProps {
  /** Why, as the API said it. */
  detail?: string
  /** True when left out: it is the whole page. */
  page?: boolean
}

/** The person may not see this. */
export function NotAllowed({ detail, page = true }: NotAllowedProps) {
  const say = useWords()
  return (
    <State
      icon={<LockOutlined />}
      title={say('shell.notAllowed.title')}
      detail={detail ?? say('shell.notAllowed.detail')}
      page={page}
    >
      {page && <HomeLink />}
    </State>
  )
}
