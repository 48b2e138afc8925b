import { isDate, parseInstant } from '@ficha/api/contract'
import { ConfigProvider, DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { use } from 'react'
import { controlProps } from './controlProps.ts'
import { shownDate, shownInstant, wireDate } from './dates.ts'
import type { InputProps } from './view.ts'

interface CalendarProps extends InputProps {
  withTime?: boolean
  /** The calendar is done, with a choice or without. */
  close: () => void
}

/** The columns of hours and minutes stand beside the days; where they do not fit, the time is typed and the choice of a day keeps it. */
const roomForTime = '(min-width: 448px)'

/** The picker of antd, open from the start: only loaded for those who would rather choose a date than type it. */
export function Calendar({ withTime, close, ...props }: CalendarProps) {
  const { field, value, onChange } = props
  const { status, disabled, id, ...aria } = controlProps(props)
  const { earliest, latest } = field.format

  const present = momentOf(value)
  const choosesTime = withTime && window.matchMedia(roomForTime).matches

  function choose(chosen: Dayjs) {
    const { hour, minute } = choosesTime ? timeOf(chosen) : timeOf(present)
    onChange?.(withTime ? chosen.startOf('day').hour(hour).minute(minute).toISOString() : chosen.format(wireDate))
    close()
  }

  return (
    <DatePicker
      locale={useNamedHeader()}
      {...aria}
      id={id}
      status={status}
      disabled={disabled}
      open
      autoFocus
      allowClear={false}
      format={withTime ? shownInstant : shownDate}
      showTime={choosesTime && { format: 'HH:mm' }}
      minDate={boundOf(earliest)}
      maxDate={boundOf(latest)}
      value={present}
      onChange={(chosen) => chosen && choose(chosen)}
      onOpenChange={(open) => open || close()}
      style={{ width: '100%' }}
    />
  )
}

/** Without the names antd gives the buttons of month and year: they hide what is written on them (WCAG 2.5.3). */
function useNamedHeader() {
  const { locale } = use(ConfigProvider.ConfigContext)
  const texts = locale?.DatePicker
  return texts && { ...texts, lang: { ...texts.lang, monthSelect: '', yearSelect: '' } }
}

function momentOf(value: unknown): Dayjs | null {
  return typeof value === 'string' && (isDate(value) || parseInstant(value)) ? dayjs(value) : null
}

/** Midnight where there is none. */
function timeOf(moment: Dayjs | null): { hour: number; minute: number } {
  return { hour: moment?.hour() ?? 0, minute: moment?.minute() ?? 0 }
}

function boundOf(bound: string | undefined): Dayjs | undefined {
  if (bound === 'today') return dayjs()
  return bound && isDate(bound) ? dayjs(bound, wireDate) : undefined
}
