import { DisconnectOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { ApiError } from '../../providers/api.ts'
import { useWords } from '../../providers/i18n.ts'
import { askedOf } from '../Why.tsx'
import { NotAllowed } from './NotAllowed.tsx'
import { NotFound } from './NotFound.tsx'
import { State } from './State.tsx'

export interface FailedProps {
  error: unknown
  /** Left out, there is no button to try again. */
  retry?: () => void
  /** It is the whole page, so that its title is the heading of the page. */
  page?: boolean
}

/** Something could not be loaded: what the API said about it, and a way to try again where that may help. */
export function Failed({ error, retry, page }: FailedProps) {
  const say = useWords()
  const status = error instanceof ApiError ? error.statusCode : undefined
  if (page && status === 404) return <NotFound />
  if (status === 403) return <NotAllowed detail={messageOf(error)} page={page} asked={askedOf(error)} />
  return (
    <State icon={<DisconnectOutlined />} title={say('shell.failed.title')} detail={messageOf(error)} page={page} alert>
      {retry && <Button onClick={() => retry()}>{say('shell.retry')}</Button>}
    </State>
  )
}

const messageOf = (error: unknown): string | undefined => (error instanceof Error ? error.message : undefined)
