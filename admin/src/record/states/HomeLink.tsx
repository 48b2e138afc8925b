import { Button } from 'antd'
import { useHref, useLinkClickHandler } from 'react-router'
import { useWords } from '../../providers/i18n.ts'

/** Back to the start, from a page that has nothing to offer. */
export function HomeLink() {
  const say = useWords()
  const follow = useLinkClickHandler<HTMLElement>('/')
  const href = useHref('/')
  return (
    <Button href={href} onClick={(event) => follow(event as Parameters<typeof follow>[0])}>
      {say('shell.home')}
    </Button>
  )
}
