import { FileSearchOutlined } from '@ant-design/icons'
import { useWords } from '../../providers/i18n.ts'
import { HomeLink } from './HomeLink.tsx'
import { State } from './State.tsx'

/** No such page, or none that this person may see: the two look the same. */
export function NotFound() {
  const say = useWords()
  return (
    <State icon={<FileSearchOutlined />} title={say('shell.notFound.title')} detail={say('shell.notFound.detail')} page>
      <HomeLink />
    </State>
  )
}
