import { expect, test } from 'vitest'
import { relativeTime } from './relativeTime.ts'

const now = Date.parse('2026-11-24T12:00:00.000Z')

test.each([
  ['2026-11-24T11:59:30.000Z', 'agora', 'now'],
  ['2026-11-24T11:59:00.000Z', 'há 1 minuto', '1 minute ago'],
  ['2026-11-24T09:00:01.000Z', 'há 2 horas', '2 hours ago'],
  ['2026-11-23T12:00:00.000Z', 'há 1 dia', '1 day ago'],
  ['2026-09-24T12:00:00.000Z', 'há 2 meses', '2 months ago'],
  ['2024-11-24T12:00:00.000Z', 'há 2 anos', '2 years ago'],
  ['2026-11-24T12:00:05.000Z', 'agora', 'now'],
])('%s was %s', (instant, portuguese, english) => {
  expect(relativeTime(instant, 'pt-BR', now)).toBe(portuguese)
  expect(relativeTime(instant, 'en', now)).toBe(english)
})
