import { LockOutlined } from '@ant-design/icons'
import { useWords } from '../../providers/i18n.ts'
import type { Asked } from '../extensions.ts'
import { WhyLink } from '../Why.tsx'
import { HomeLink } from './HomeLink.tsx'
import { State } from './State.tsx'

export interface NotAllowedProps {
  /** Why, as the API said it. */
  detail?: string
  /** True when left out: it is the whole page. */
  page?: boolean
  /** What was refused, for its explanation. */
  asked?: Asked
}

/** The person may not see this. */
export function NotAllowed({ detail, page = true, asked }: NotAllowedProps) {
  const say = useWords()
  return (
    <State
      icon={<LockOutlined />}
      title={say('shell.notAllowed.title')}
      detail={detail ?? say('shell.notAllowed.detail')}
      page={page}
    >
      <WhyLink asked={asked} />
      {page && <HomeLink />}
    </State>
  )
}
