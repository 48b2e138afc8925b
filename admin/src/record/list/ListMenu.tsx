import { MoreOutlined } from '@ant-design/icons'
import type { ActionMeta, ResourceMeta } from '@ficha/api/contract'
import { Button, Dropdown } from 'antd'
import { useWords } from '../../providers/i18n.ts'
import { useEntries } from '../extensions.ts'
import { useMoreMenu } from '../useMoreMenu.tsx'

interface ListMenuProps {
  resource: ResourceMeta
  /** Those on the resource itself that have no button. */
  actions: readonly ActionMeta[]
  onAct: (action: ActionMeta) => void
}

/** What else may be done with a list: actions, and what other rooms offer; not there when there is nothing. */
export function ListMenu({ resource, actions, onAct }: ListMenuProps) {
  const words = useWords()
  const { button, items, choose, dialog } = useMoreMenu({ resource, actions, onAct, entries: useEntries(resource) })
  if (items.length === 0) return null
  return (
    <>
      <Dropdown trigger={['click']} autoFocus menu={{ items, onClick: ({ key }) => choose(key) }}>
        <Button
          ref={button}
          type="text"
          icon={<MoreOutlined aria-hidden />}
          aria-label={words('record.actions')}
          title={words('record.actions')}
          aria-haspopup="menu"
        />
      </Dropdown>
      {dialog}
    </>
  )
}
