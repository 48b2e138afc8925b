import { PlusOutlined } from '@ant-design/icons'
import type { ResourceMeta } from '@ficha/api/contract'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useWords } from '../../providers/i18n.ts'
import { newLabel } from '../list/newLabel.ts'
import { inSentence } from '../page/title.ts'

interface AddButtonProps {
  resource: ResourceMeta
  inline?: boolean
  given: Readonly<Record<string, number>>
  busy: boolean
  onAdd: () => void
}

/** Adds a record to a related list: in place, or on a page of its own that knows where it belongs. */
export function AddButton({ resource, inline, given, busy, onAdd }: AddButtonProps) {
  const words = useWords()
  const navigate = useNavigate()
  const [label] = resource.label
  if (inline) {
    return (
      <Button icon={<PlusOutlined aria-hidden />} onClick={onAdd} disabled={busy} data-edit="new">
        {words('record.related.add', { label: inSentence(label) })}
      </Button>
    )
  }
  const { key, params } = newLabel(label)
  const [[via, id] = ['', 0]] = Object.entries(given)
  return (
    <Button icon={<PlusOutlined aria-hidden />} onClick={() => navigate(`/${resource.path}/new?${via}=${id}`)}>
      {words(key, params)}
    </Button>
  )
}
