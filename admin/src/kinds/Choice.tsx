import { fold } from '@ficha/api/contract'
import { type RefSelectProps, Select, type SelectProps } from 'antd'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useWords } from '../providers/i18n.ts'
import { Popup, PopupText } from './Popup.tsx'
import { useBareBox } from './useBareBox.ts'

interface ChoiceProps<V> extends Omit<SelectProps<V>, 'allowClear' | 'onClear' | 'filterOption' | 'notFoundContent'> {
  /** Takes the value away; left out, there must be one. */
  clear?: () => void
  /** The options are those of `onSearch` already; left out, what is typed narrows them here. */
  searched?: boolean
  /** Shown instead of an empty list. */
  empty?: ReactNode
  /** Under the list. */
  footer?: ReactNode
}

/**
 * The select of antd made fit for everybody: real options for screen readers instead of virtual ones, no ARIA attributes where
 * they mean nothing, search without regard to accents, and a value that the keyboard can take away.
 */
export function Choice<V>({
  clear,
  searched,
  empty,
  footer,
  options = [],
  onChange,
  onSearch,
  onOpenChange,
  ...props
}: ChoiceProps<V>) {
  const words = useWords()
  const ownId = useId()
  const select = useRef<RefSelectProps>(null)
  const [typed, setTyped] = useState('')
  useBareBox(select)
  const id = props.id ?? ownId
  const found = searched ? options : options.filter(({ label }) => fold(String(label)).includes(fold(typed.trim())))
  const isBare = found.length === 0

  function search(text: string) {
    setTyped(text)
    onSearch?.(text)
  }

  function press(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
    const erases = event.key === 'Backspace' || event.key === 'Delete'
    if (erases && !props.mode && event.currentTarget.value === '') clear?.()
  }

  return (
    <Select<V>
      ref={select}
      virtual={false}
      // Who asks for the control wants to choose: a second click would only open it.
      defaultOpen={props.autoFocus}
      filterOption={false}
      style={{ width: '100%' }}
      {...props}
      {...(isBare && { 'aria-activedescendant': undefined })}
      id={id}
      options={found}
      allowClear={clear !== undefined}
      {...((props.showSearch || props.mode) && { searchValue: typed, onSearch: search })}
      onChange={(value, option) => {
        search('')
        onChange?.(value, option)
      }}
      onOpenChange={(open) => {
        if (!open) search('')
        onOpenChange?.(open)
      }}
      onInputKeyDown={press}
      popupRender={(list) => (
        <Popup listId={`${id}_list`} bare={isBare} footer={footer}>
          {isBare ? (empty ?? <PopupText>{words('kind.reference.noneFor', { q: typed.trim() })}</PopupText>) : list}
        </Popup>
      )}
    />
  )
}
