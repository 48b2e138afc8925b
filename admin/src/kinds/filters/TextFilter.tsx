import type { Operator } from '@ficha/api/contract'
import { Flex, Input, type InputProps } from 'antd'
import { useWords } from '../../providers/i18n.ts'
import { Choice } from '../Choice.tsx'
import type { FilterProps, FilterValue } from '../view.ts'
import { asksEmpty, isEmpty, isFilled, mayBeEmpty, textsOf } from './conditions.ts'
import { useSettled } from './useSettled.ts'

const typedConditions = ['like', 'starts', 'eq', 'ne'] as const satisfies Operator[]

type Condition = (typeof typedConditions)[number] | 'empty' | 'filled'

interface TextFilterProps extends FilterProps {
  /** Takes the mask off what was typed, so that it can be found in the stored form. */
  normalise?: (typed: string) => string
  inputMode?: InputProps['inputMode']
}

/** A condition on text: contains, starts with, equals, differs, is empty, is filled in. */
export function TextFilter({ field, value, onChange, normalise = (typed) => typed, inputMode }: TextFilterProps) {
  const words = useWords()
  const typedOnes = typedConditions.filter((operator) => field.operators.includes(operator))
  const conditions: Condition[] = mayBeEmpty(field) ? [...typedOnes, 'empty', 'filled'] : typedOnes
  const { draft, change, settle } = useSettled({
    value,
    onChange,
    read: (filter) => read(filter, typedOnes[0] ?? 'eq'),
    write: ({ condition, text }) => write(condition, normalise(text).trim()),
  })
  const takesText = draft.condition !== 'empty' && draft.condition !== 'filled'
  return (
    <Flex vertical gap="small">
      <Choice<Condition>
        aria-label={words('filter.condition', { label: field.label })}
        options={conditions.map((condition) => ({ value: condition, label: words(`filter.operator.${condition}`) }))}
        value={draft.condition}
        onChange={(condition) => change({ ...draft, condition })}
      />
      {takesText && (
        <Input
          aria-label={field.label}
          autoFocus
          autoComplete="off"
          inputMode={inputMode}
          value={draft.text}
          onChange={({ target }) => change({ ...draft, text: target.value })}
          onPressEnter={settle}
          onBlur={settle}
        />
      )}
    </Flex>
  )
}

function read(value: FilterValue | undefined, first: Condition): { condition: Condition; text: string } {
  if (asksEmpty(value)) return { condition: 'empty', text: '' }
  if (value?.operator === 'null') return { condition: 'filled', text: '' }
  const condition = typedConditions.find((operator) => operator === value?.operator) ?? first
  return { condition, text: textsOf(value).join(', ') }
}

function write(condition: Condition, text: string): FilterValue | undefined {
  if (condition === 'empty') return isEmpty
  if (condition === 'filled') return isFilled
  return text === '' ? undefined : { operator: condition, value: text }
}
