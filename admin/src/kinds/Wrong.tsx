import { theme } from 'antd'

/** What is wrong with the control above it, told as soon as the person leaves it. */
export function Wrong({ id, text }: { id: string; text: string | undefined }) {
  const { token } = theme.useToken()
  if (!text) return null
  return (
    <div id={id} role="alert" style={{ color: token.colorErrorText, paddingTop: token.paddingXXS }}>
      {text}
    </div>
  )
}
