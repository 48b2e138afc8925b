import { fold, type OptionMeta } from '@ficha/api/contract'
import { Checkbox, Flex, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { searchedFrom } from '../options.ts'
import { StatusTag } from '../StatusTag.tsx'
import type { FilterProps } from '../view.ts'
import { asksEmpty, isEmpty, mayBeEmpty, textsOf } from './conditions.ts'

interface ChoiceFilterProps extends FilterProps {
  /** Those of the field when left out. */
  options?: OptionMeta[]
}

/** A list of choices to tick: any of them. */
export function ChoiceFilter({ field, value, onChange, options = field.format.options ?? [] }: ChoiceFilterProps) {
  const words = useWords()
  const [sought, setSought] = useState('')
  const chosen = asksEmpty(value) ? [] : textsOf(value)
  const searched = options.length >= searchedFrom
  const found = options.filter(({ label }) => fold(label).includes(fold(sought.trim())))

  function toggle(option: string, on: boolean) {
    const next = options
      .map((candidate) => candidate.value)
      .filter((each) => (each === option ? on : chosen.includes(each)))
    onChange(next.length > 0 ? { operator: value?.operator === 'nin' ? 'nin' : 'in', value: next } : undefined)
  }

  return (
    <Flex vertical gap="small">
      {searched && (
        <Input
          autoFocus
          allowClear
          autoComplete="off"
          aria-label={words('filter.choices')}
          placeholder={words('filter.choices')}
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
      )}
      <Flex vertical gap="small" role="group" aria-label={field.label} style={{ maxHeight: 280, overflowY: 'auto' }}>
        {found.map((option, at) => (
          <Checkbox
            key={option.value}
            autoFocus={!searched && at === 0}
            checked={chosen.includes(option.value)}
            onChange={({ target }) => toggle(option.value, target.checked)}
          >
            {option.tone ? <StatusTag option={option} /> : option.label}
          </Checkbox>
        ))}
      </Flex>
      {mayBeEmpty(field) && (
        <Checkbox checked={asksEmpty(value)} onChange={({ target }) => onChange(target.checked ? isEmpty : undefined)}>
          {words('filter.empty')}
        </Checkbox>
      )}
    </Flex>
  )
}
