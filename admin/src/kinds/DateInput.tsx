import { CalendarOutlined } from '@ant-design/icons'
import { type FocusEvent, lazy, Suspense, useState } from 'react'
import { useWords } from '../providers/i18n.ts'
import { InsetButton } from './InsetButton.tsx'
import { type Typed, TypedInput } from './TypedInput.tsx'
import type { InputProps } from './view.ts'

const Calendar = lazy(() => import('./Calendar.tsx').then((module) => ({ default: module.Calendar })))

interface DateInputProps extends InputProps {
  typed: Typed
  withTime?: boolean
}

/** A date to type; the calendar is loaded, and takes the place of the input, when its button is pressed. */
export function DateInput({ typed, withTime, ...props }: DateInputProps) {
  const { onChange, onBlur, disabled, field } = props
  const words = useWords()
  const [calendar, setCalendar] = useState<'never' | 'open' | 'closed'>('never')

  function leave({ currentTarget, relatedTarget }: FocusEvent) {
    if (calendar !== 'open' && !currentTarget.contains(relatedTarget)) onBlur?.()
  }

  const button = (
    <InsetButton
      disabled={disabled}
      icon={<CalendarOutlined />}
      aria-label={`${words('kind.date.open')}: ${field.label}`}
      onClick={() => setCalendar('open')}
    />
  )
  const input = (
    <TypedInput
      {...props}
      typed={typed}
      suffix={button}
      autoFocus={props.autoFocus || calendar === 'closed'}
      onBlur={undefined}
    />
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it notices when the focus leaves what is inside it
    <div onBlur={leave} style={{ width: '100%' }}>
      {calendar === 'open' ? (
        <Suspense fallback={input}>
          <Calendar
            {...props}
            withTime={withTime}
            onChange={(value) => onChange?.(value)}
            close={() => setCalendar('closed')}
          />
        </Suspense>
      ) : (
        input
      )}
    </div>
  )
}
