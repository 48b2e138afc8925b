import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate, isDate, parseDate, today } from './date.ts'
import { parseInstant } from './instant.ts'

describe('dates', () => {
  test('a day is one that the calendar has', () => {
    const text = fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
      .map(([year, month, day]) => {
        return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      })
    fc.assert(
      fc.property(text, (date) => {
        const parsed = new Date(`${date}T00:00:00Z`)
        expect(isDate(date)).toBe(!Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date))
      }),
      { numRuns: 3000 },
    )
    expect(['0000-01-01', '2026-1-1', '2026-01-01T00:00:00Z', ' 2026-01-01', 'Invalid date', ''].some(isDate)).toBe(
      false,
    )
  })

  test.each([
    ['31/12/2026', '2026-12-31'],
    ['1/2/2026', '2026-02-01'],
    ['31.12.2026', '2026-12-31'],
    ['31-12-2026', '2026-12-31'],
    ['29022024', '2024-02-29'],
    [' 2026-12-31 ', '2026-12-31'],
    ['29/02/2023', undefined],
    ['12/31/2026', undefined],
    ['31/12-2026', undefined],
    ['31/12/26', undefined],
    ['', undefined],
  ])('%s is read as %s', (typed, date) => expect(parseDate(typed)).toBe(date))

  test('a day is shown as it is stored, wherever the reader is', () => {
    expect([formatDate('2026-01-01'), formatDate('?')]).toEqual(['01/01/2026', '?'])
  })

  test('today is the day in São Paulo', () => {
    expect(today(new Date('2026-01-01T02:00:00Z'))).toBe('2025-12-31')
    expect(today(new Date('2026-01-01T03:00:00Z'))).toBe('2026-01-01')
  })

  test.each([
    ['2026-01-01T02:00:00Z', '2026-01-01T02:00:00.000Z'],
    ['2026-01-01T02:00:00.5-03:00', '2026-01-01T05:00:00.500Z'],
    ['2026-01-01T02:00:00', undefined],
    ['2026-02-30T02:00:00Z', undefined],
    ['2026-01-01T24:00:00Z', undefined],
    ['9999-12-31T23:59:59-01:00', undefined],
    ['0001-01-01T00:00:00+01:00', undefined],
    ['+010000-01-01T00:00:00Z', undefined],
  ])('the instant %s is %s', (text, instant) => expect(parseInstant(text)).toBe(instant))
})
