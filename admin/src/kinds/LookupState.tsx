import { Button, Flex, theme } from 'antd'
import { useWords } from '../providers/i18n.ts'
import { PopupText } from './Popup.tsx'

interface LookupStateProps {
  lookup: { isError: boolean; isSearching: boolean; refetch: () => unknown }
  q: string
}

/** Why there is nothing to choose: still searching, nothing found, or no answer. */
export function LookupState({ lookup, q }: LookupStateProps) {
  const words = useWords()
  const { token } = theme.useToken()
  if (lookup.isSearching) return <PopupText>{words('kind.reference.loading')}</PopupText>
  if (lookup.isError) {
    return (
      <Flex
        role="alert"
        justify="space-between"
        align="center"
        style={{ padding: `${token.paddingXXS}px ${token.paddingSM}px`, color: token.colorText }}
      >
        {words('kind.reference.failed')}
        <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={() => void lookup.refetch()}>
          {words('kind.reference.again')}
        </Button>
      </Flex>
    )
  }
  const sought = q.trim()
  return <PopupText>{sought ? words('kind.reference.noneFor', { q: sought }) : words('kind.reference.none')}</PopupText>
}

/** Under the choices when there are more than are shown. */
export function MoreRows({ shown, total }: { shown: number; total: number }) {
  const words = useWords()
  const { token } = theme.useToken()
  if (total <= shown || shown === 0) return null
  return (
    <div
      style={{
        marginTop: token.marginXXS,
        padding: `${token.paddingXS}px ${token.paddingSM}px ${token.paddingXXS}px`,
        borderTop: `1px solid ${token.colorSplit}`,
        color: token.colorTextDescription,
        fontSize: token.fontSizeSM,
      }}
    >
      {words('kind.reference.more', { shown, total })}
    </div>
  )
}
