import { Button, Flex, theme } from 'antd'
import type { ComponentType } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { wireDate } from '../dates.ts'
import type { FilterProps, FilterValue, InputProps, KindView } from '../view.ts'
import { type Period, periods } from './periods.ts'
import { type End, RangeFilter } from './RangeFilter.tsx'

interface DateFilterProps extends FilterProps {
  Input: ComponentType<InputProps>
  problem: NonNullable<KindView['problem']>
  /** From the address to a day. */
  read: (text: string) => unknown
  /** From a day to the address, as the beginning or as the end. */
  write: (day: unknown, end: End) => string
}

/** From day to day, or one of the periods people ask for most. */
export function DateFilter(props: DateFilterProps) {
  const { field, value, onChange, write } = props
  const words = useWords()
  const { token } = theme.useToken()
  const present = JSON.stringify(value)
  const offered = periods().filter(({ future }) => !future || field.format.latest !== 'today')

  function filterOf({ from, to }: Period): FilterValue {
    return { operator: 'between', value: [write(from.format(wireDate), 'from'), write(to.format(wireDate), 'to')] }
  }

  return (
    <Flex vertical gap="middle">
      <RangeFilter {...props} />
      <Flex
        wrap
        gap={token.sizeXS}
        role="group"
        aria-label={words('filter.periods')}
        style={{ borderTop: `1px solid ${token.colorSplit}`, paddingTop: token.paddingSM }}
      >
        {offered.map((period) => {
          const pressed = present === JSON.stringify(filterOf(period))
          return (
            <Button
              key={period.name}
              size="small"
              type={pressed ? 'primary' : 'default'}
              aria-pressed={pressed}
              onClick={() => onChange(pressed ? undefined : filterOf(period))}
            >
              {words(`filter.period.${period.name}`)}
            </Button>
          )
        })}
      </Flex>
    </Flex>
  )
}
