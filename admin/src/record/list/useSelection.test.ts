import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aRecord } from '../../../test/customers.ts'
import { useSelection } from './useSelection.ts'

const rows = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => aRecord(first + at, { version: 1 }))

const [one, two, three, four] = [aRecord(1), aRecord(2), aRecord(3), aRecord(4)]

/** A selection over these rows; the answer also shows others, or asks another question. */
function selecting(shown: ReturnType<typeof rows>) {
  const { result, rerender } = renderHook((props) => useSelection(props.shown, props.question), {
    initialProps: { shown, question: 'all' },
  })
  return {
    now: () => result.current,
    ids: () => result.current.rows.map(({ id }) => id),
    show: (others: ReturnType<typeof rows>) => rerender({ shown: others, question: 'all' }),
    ask: (question: string) => rerender({ shown, question }),
  }
}

test('a range goes from the row before to this one, up or down', () => {
  const { now, ids } = selecting([one, two, three, four])
  act(() => now().select(three, true))
  act(() => now().select(one, true, { range: true }))
  expect(ids().sort()).toEqual([1, 2, 3])

  act(() => now().select(four, true))
  act(() => now().select(two, false, { range: true }))
  expect(ids()).toEqual([1])
})

test('a range from a row that is not shown any more is the row alone', () => {
  const { now, ids, show } = selecting([one, two])
  act(() => now().select(one, true))
  show([three, four])
  act(() => now().select(four, true, { range: true }))
  expect(ids()).toEqual([1, 4])
})

test('rows stay over pages, with the version they have where they are shown', () => {
  const { now, show } = selecting([one])
  act(() => now().select(one, true))
  show([two])
  expect(now().page).toBe('none')
  show([aRecord(1, { version: 5 })])
  expect(now().rows).toMatchObject([{ id: 1, version: 5 }])
  show([two])
  act(() => now().renew(aRecord(1, { version: 7 })))
  act(() => now().renew(aRecord(2, { version: 7 })))
  expect(now().rows).toMatchObject([{ id: 1, version: 7 }])
})

test('another question ends it', () => {
  const { now, ids, ask } = selecting([one, two])
  act(() => now().selectPage(true))
  expect(now().page).toBe('all')
  ask('blocked ones')
  expect(ids()).toEqual([])
})

test('no more can be selected than an action takes', () => {
  const { now, ids, show } = selecting(rows(1, 150))
  act(() => now().selectPage(true))
  expect(now().isFull).toBe(false)
  show(rows(151, 300))
  act(() => now().selectPage(true))
  expect(now()).toMatchObject({ isFull: true, page: 'some' })
  expect(ids()).toHaveLength(200)

  act(() => now().selectPage(true))
  expect(ids()).toHaveLength(150)
})
