import { LockOutlined } from '@ant-design/icons'
import { theme } from 'antd'
import { useWords } from '../providers/i18n.ts'

/** Stands where there is a value that this person may not read: another thing than none. */
export function NoAccess() {
  const words = useWords()
  const { token } = theme.useToken()
  return (
    <span style={{ color: token.colorTextDescription, fontSize: token.fontSizeSM }}>
      <LockOutlined aria-hidden /> {words('record.noAccess')}
    </span>
  )
}
