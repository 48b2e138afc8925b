import { say } from '@ficha/api/contract'
import { Input, theme } from 'antd'
import { useId, useState } from 'react'
import { useLanguage } from '../providers/i18n.ts'
import { Blank } from './Blank.tsx'
import { controlProps, describedBy } from './controlProps.ts'
import { EmptyFilter } from './filters/EmptyFilter.tsx'
import { growing } from './growing.ts'
import type { About, CellProps, InputProps, KindView } from './view.ts'
import { Wrong } from './Wrong.tsx'

/** What the input holds while its text is no JSON: not a string, which would be JSON and could be saved by mistake. */
class Unreadable {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Any JSON. */
export const json: KindView = {
  Cell: Code,
  Input: JsonInput,
  Filter: EmptyFilter,
  text: (value) => (value === null || value === undefined ? '' : JSON.stringify(value)),
  problem,
  width: 160,
}

function problem(value: unknown, { language }: About): string | undefined {
  return value instanceof Unreadable ? say(language, 'kind.json.problem') : undefined
}

function Code({ value, whole }: CellProps) {
  const { token } = theme.useToken()
  if (value === null || value === undefined) return <Blank />
  return (
    <code
      style={{ fontFamily: token.fontFamilyCode, whiteSpace: whole ? 'pre-wrap' : undefined, overflowWrap: 'anywhere' }}
    >
      {JSON.stringify(value, null, whole ? 2 : undefined)}
    </code>
  )
}

function JsonInput(props: InputProps) {
  const { field, value, onChange, onBlur } = props
  const [language] = useLanguage()
  const { token } = theme.useToken()
  const [draft, setDraft] = useState<{ text: string; written: string }>()
  const [left, setLeft] = useState(false)
  const wrongId = useId()
  const written = write(value)
  const wrong = left && !props.status ? problem(value, { field, language }) : undefined
  const control = controlProps({ ...props, status: wrong ? 'error' : props.status })

  function change(text: string) {
    const read = readJson(text)
    setDraft({ text, written: write(read) })
    setLeft(false)
    onChange?.(read)
  }

  return (
    <div style={{ width: '100%' }}>
      <Input.TextArea
        {...control}
        aria-describedby={describedBy(control['aria-describedby'], wrong && wrongId)}
        {...growing(4, 20)}
        spellCheck={false}
        style={{ fontFamily: token.fontFamilyCode }}
        value={draft?.written === written ? draft.text : written}
        onChange={({ target }) => change(target.value)}
        onBlur={() => {
          setDraft(undefined)
          setLeft(true)
          onBlur?.()
        }}
      />
      <Wrong id={wrongId} text={wrong} />
    </div>
  )
}

function readJson(text: string): unknown {
  if (text.trim() === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return new Unreadable(text)
  }
}

function write(value: unknown): string {
  if (value instanceof Unreadable) return value.text
  return value === null || value === undefined ? '' : JSON.stringify(value, null, 2)
}
