import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { type Ref, useEffect, useRef, useState } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { useDelayed } from './useDelayed.ts'

interface SearchBoxProps {
  /** Plural of the resource. */
  label: string
  /** The text in force; the box follows it when Back or "clear" changes it. */
  q: string
  onSearch: (q: string) => void
  ref?: Ref<InputRef>
}

/** The search box of a list; asks a moment after the last key. */
export function SearchBox({ label, q, onSearch, ref }: SearchBoxProps) {
  const words = useWords()
  const [typed, setTyped] = useState(q)
  const sent = useRef(q)
  const search = useDelayed((text: string) => {
    sent.current = text
    onSearch(text)
  }, 250)
  // An answer to what the box itself asked must not undo what was typed since.
  useEffect(() => {
    if (q !== sent.current) setTyped(q)
    sent.current = q
  }, [q])

  function type(text: string) {
    setTyped(text)
    search.later(text.trim())
  }

  return (
    <Input
      ref={ref}
      role="searchbox"
      aria-label={words('list.search', { label })}
      aria-keyshortcuts="/"
      placeholder={words('list.search.placeholder')}
      prefix={<SearchOutlined aria-hidden />}
      suffix={typed === '' ? <kbd aria-hidden>/</kbd> : undefined}
      allowClear
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      value={typed}
      onChange={(event) => type(event.target.value)}
      onPressEnter={search.now}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') type('')
      }}
    />
  )
}
