import { SearchOutlined, WarningOutlined } from '@ant-design/icons'
import { fold, type Rule } from '@ficha/api/contract'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { searchedFrom } from '../../kinds/options.ts'
import { Radios } from '../../kinds/Radios.tsx'
import { useWords } from '../../providers/i18n.ts'
import { withName } from '../model/ruleEdits.ts'
import { type Speech, subjectOf } from '../model/speech.ts'
import styles from './Rule.module.css'

interface FieldChoiceProps {
  rule: Rule
  speech: Speech
  onChange: (fields: string[] | null) => void
}

/** The fields a rule reaches: all there are and will be, or those that are ticked. */
export function FieldChoice({ rule: { subject, fields }, speech, onChange }: FieldChoiceProps) {
  const words = useWords()
  const known = subjectOf(speech, subject)?.fields ?? []
  const isList = Array.isArray(fields)
  return (
    <>
      <Radios
        vertical
        label={words('permission.rule.fields')}
        options={[
          { key: 'all', label: words('permission.fields.all') },
          { key: 'some', label: words('permission.fields.some') },
        ]}
        value={isList ? 'some' : 'all'}
        onChange={(choice) => onChange(choice === 'all' ? null : known.map(({ name }) => name))}
      />
      {isList && <FieldList subject={subject} fields={fields} speech={speech} onChange={onChange} />}
    </>
  )
}

interface FieldListProps {
  subject: string
  fields: readonly string[]
  speech: Speech
  onChange: (fields: string[]) => void
}

function FieldList({ subject, fields, speech, onChange }: FieldListProps) {
  const words = useWords()
  const [sought, setSought] = useState('')
  const known = subjectOf(speech, subject)?.fields ?? []
  const gone = fields.filter((name) => !known.some((field) => field.name === name))
  const found = known.filter(({ label, name }) =>
    [label, name].some((text) => fold(text).includes(fold(sought.trim()))),
  )
  const names = found.map(({ name }) => name)

  const order = known.map(({ name }) => name)

  function set(changed: readonly string[], on: boolean) {
    const others = fields.filter((name) => !changed.includes(name))
    if (!on) return onChange(others)
    const added = changed.filter((name) => !fields.includes(name))
    onChange(added.reduce<string[]>((names, name) => withName(names, name, order), [...fields]))
  }

  return (
    <div className={styles.fieldList}>
      <div className={styles.fieldTools}>
        {known.length >= searchedFrom && (
          <Input
            allowClear
            size="small"
            autoComplete="off"
            prefix={<SearchOutlined aria-hidden />}
            aria-label={words('permission.fields.search')}
            placeholder={words('permission.fields.search')}
            value={sought}
            onChange={({ target }) => setSought(target.value)}
          />
        )}
        <Button type="link" size="small" onClick={() => set(names, true)}>
          {words('permission.fields.tickAll')}
        </Button>
        <Button type="link" size="small" onClick={() => set(names, false)}>
          {words('permission.fields.tickNone')}
        </Button>
        <span className={styles.help}>
          {words('permission.fields.count', { count: fields.length, total: known.length })}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="group" aria-label={words('permission.fields.some')} className={styles.fieldGrid}>
        {found.map(({ name, label }) => (
          <Checkbox key={name} checked={fields.includes(name)} onChange={({ target }) => set([name], target.checked)}>
            {label}
          </Checkbox>
        ))}
        {gone.map((name) => (
          <Checkbox key={name} checked onChange={() => set([name], false)}>
            <span className={styles.gone}>
              <WarningOutlined aria-hidden /> {words('permission.fields.gone', { name })}
            </span>
          </Checkbox>
        ))}
      </div>
      {fields.length === 0 && (
        <p role="alert" className={styles.wrong}>
          {words('permission.fields.none')}
        </p>
      )}
    </div>
  )
}
