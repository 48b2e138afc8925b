import { Checkbox, Flex } from 'antd'
import type { ComponentType, KeyboardEvent } from 'react'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import type { FilterProps, FilterValue, InputProps, KindView } from '../view.ts'
import { Wrong } from '../Wrong.tsx'
import { asksEmpty, isEmpty, mayBeEmpty, textsOf } from './conditions.ts'
import { useSettled } from './useSettled.ts'

interface RangeFilterProps extends FilterProps {
  Input: ComponentType<InputProps>
  problem: NonNullable<KindView['problem']>
  /** From the address to the value of the input. */
  read: (text: string) => unknown
  /** Back, as the beginning or as the end of the range. */
  write: (value: unknown, end: End) => string
}

/** Whether a bound opens or closes a range: of a day, its first instant or its last. */
export type End = 'from' | 'to'

interface Range {
  from: unknown
  to: unknown
  empty: boolean
}

/** From, to, or both, each included; or no value at all. */
export function RangeFilter({ field, value, onChange, Input, problem, read, write }: RangeFilterProps) {
  const words = useWords()
  const [language] = useLanguage()
  const about = { field, language }
  const { draft, change, settle } = useSettled<Range>({
    value,
    onChange,
    read: (filter) => rangeOf(filter, read),
    write(range) {
      if (range.empty) return isEmpty
      if (problem(range.from, about) || problem(range.to, about) || isReversed(range)) return 'unfinished'
      return filterOf(range, write)
    },
  })

  function settleOnEnter({ key }: KeyboardEvent) {
    if (key === 'Enter') settle()
  }

  return (
    <Flex vertical gap="small" onKeyDown={settleOnEnter}>
      {(['from', 'to'] as const).map((end) => (
        <Flex key={end} gap="small" align="baseline">
          <span style={{ flex: '0 0 40px' }}>{words(`filter.${end}`)}</span>
          <Input
            field={{ ...field, required: undefined }}
            aria-label={`${field.label}: ${words(`filter.${end}`)}`}
            autoFocus={end === 'from'}
            value={draft[end]}
            onChange={(next) => change({ ...draft, [end]: next, empty: false })}
            onBlur={settle}
          />
        </Flex>
      ))}
      <Wrong id={`${field.name}-order`} text={isReversed(draft) ? words('filter.order') : undefined} />
      {mayBeEmpty(field) && (
        <Checkbox
          checked={draft.empty}
          onChange={({ target }) => change({ from: null, to: null, empty: target.checked })}
        >
          {words('filter.empty')}
        </Checkbox>
      )}
    </Flex>
  )
}

function rangeOf(value: FilterValue | undefined, read: (text: string) => unknown): Range {
  const [first, second] = textsOf(value).map(read)
  if (asksEmpty(value)) return { from: null, to: null, empty: true }
  if (value?.operator === 'between') return { from: first, to: second, empty: false }
  if (value?.operator === 'eq') return { from: first, to: first, empty: false }
  const opens = value?.operator === 'gte' || value?.operator === 'gt'
  const closes = value?.operator === 'lte' || value?.operator === 'lt'
  return { from: opens ? first : null, to: closes ? first : null, empty: false }
}

function filterOf({ from, to }: Range, write: RangeFilterProps['write']): FilterValue | undefined {
  const first = isGiven(from) ? write(from, 'from') : undefined
  const last = isGiven(to) ? write(to, 'to') : undefined
  if (first !== undefined && last !== undefined) return { operator: 'between', value: [first, last] }
  if (first !== undefined) return { operator: 'gte', value: first }
  return last === undefined ? undefined : { operator: 'lte', value: last }
}

function isReversed({ from, to }: Range): boolean {
  if (typeof from === 'number' && typeof to === 'number') return from > to
  return isGiven(from) && isGiven(to) && isDay(from) && isDay(to) && from > to
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
}
