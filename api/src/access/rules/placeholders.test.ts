import { expect, test } from 'vitest'
import { date, dateTime } from '../../define/kinds/index.ts'
import { filledIn } from './placeholders.ts'

const nobody = { id: 7, email: '', brand: null }

/** Half past ten in the evening of the 9th in São Paulo, and already the 10th in UTC. */
const evening = Date.parse('2026-03-10T01:30:00.000Z')

test.each([
  ['now', '2026-03-09'],
  ['now-1d', '2026-03-08'],
  ['now+1d', '2026-03-10'],
  ['now+89m', '2026-03-09'],
  ['now+90m', '2026-03-10'],
  ['now-30d', '2026-02-07'],
  ['now-23h', '2026-03-08'],
])('compared with a date, %s is the day it is where the business is', (word, day) => {
  expect(filledIn(nobody, evening)(word, date('Nascimento'))).toBe(day)
})

test.each([
  ['now', '2026-03-10T01:30:00.000Z'],
  ['now-1h', '2026-03-10T00:30:00.000Z'],
])('compared with an instant, %s is an instant', (word, instant) => {
  expect(filledIn(nobody, evening)(word, dateTime('Visto em'))).toBe(instant)
})

test.each(['constructor', '__proto__', 'toString', 'user', 'user.password', 'nowhere', 'now-1y', 'now-', ''])(
  '%j is no placeholder',
  (word) => {
    expect(filledIn(nobody, evening)(word, dateTime('Visto em'))).toBe(undefined)
  },
)
