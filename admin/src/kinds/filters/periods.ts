import dayjs, { type Dayjs } from 'dayjs'

/** A stretch of days with a name. */
export interface Period {
  name: 'today' | 'yesterday' | 'last7' | 'thisMonth' | 'lastMonth' | 'thisYear' | 'next30'
  from: Dayjs
  to: Dayjs
  /** Makes no sense for dates that are always past. */
  future?: true
}

/** The periods people ask for, both ends included. */
export function periods(today: Dayjs = dayjs()): Period[] {
  const lastMonth = today.subtract(1, 'month')
  return [
    { name: 'today', from: today, to: today },
    { name: 'yesterday', from: today.subtract(1, 'day'), to: today.subtract(1, 'day') },
    { name: 'last7', from: today.subtract(6, 'day'), to: today },
    { name: 'thisMonth', from: today.startOf('month'), to: today.endOf('month') },
    { name: 'lastMonth', from: lastMonth.startOf('month'), to: lastMonth.endOf('month') },
    { name: 'thisYear', from: today.startOf('year'), to: today.endOf('year') },
    { name: 'next30', from: today, to: today.add(30, 'day'), future: true },
  ]
}
