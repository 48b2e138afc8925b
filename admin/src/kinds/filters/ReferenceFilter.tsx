import { Checkbox, Flex } from 'antd'
import { useState } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { controlProps } from '../controlProps.ts'
import { ReferencePicker } from '../ReferencePicker.tsx'
import { idsOf } from '../references.ts'
import type { FilterProps, FilterValue } from '../view.ts'
import { asksEmpty, isEmpty, mayBeEmpty, textsOf } from './conditions.ts'

/** Any of some records; in a tree one record with everything below it, unless that is not wanted. */
export function ReferenceFilter({ field, value, onChange }: FilterProps) {
  const words = useWords()
  const { resource = '', tree } = field.format
  const branches = tree === true && field.operators.includes('under')
  const [wantsBelow, setWantsBelow] = useState(true)
  const below = branches && (value === undefined || value.operator === 'null' ? wantsBelow : value.operator === 'under')
  const ids = asksEmpty(value) ? [] : idsOf(textsOf(value))

  function filterOf(chosen: number[], withBelow: boolean): FilterValue | undefined {
    const [first] = chosen
    if (first === undefined) return undefined
    return withBelow ? { operator: 'under', value: String(first) } : { operator: 'in', value: chosen.map(String) }
  }

  function switchBelow(on: boolean) {
    setWantsBelow(on)
    if (ids.length > 0) onChange(filterOf(ids, on))
  }

  return (
    <Flex vertical gap="small">
      {field.operators.includes('in') && (
        <ReferencePicker
          key={String(below)}
          control={controlProps({ field: { ...field, required: undefined }, autoFocus: true })}
          resource={resource}
          tree={tree}
          multiple={!below}
          clearable
          value={ids}
          onChange={(chosen) => onChange(filterOf(chosen, below))}
        />
      )}
      {branches && (
        <Checkbox checked={below} onChange={({ target }) => switchBelow(target.checked)}>
          {words('filter.below')}
        </Checkbox>
      )}
      {mayBeEmpty(field) && (
        <Checkbox checked={asksEmpty(value)} onChange={({ target }) => onChange(target.checked ? isEmpty : undefined)}>
          {words('filter.empty')}
        </Checkbox>
      )}
    </Flex>
  )
}
