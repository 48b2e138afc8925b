import { QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { aMe } from '../../test/fakeApi.ts'
import './opening.ts'
import { queryClient } from './queries.ts'
import { beginSession } from './session.ts'

/** A question that stands on the screen, and the order in which questions were asked. */
function watched() {
  const asked: string[] = []
  const watch = (name: string) =>
    new QueryObserver(queryClient, {
      queryKey: [name],
      queryFn: async () => {
        asked.push(name)
        return name
      },
      staleTime: Number.POSITIVE_INFINITY,
    }).subscribe(() => undefined)
  return { asked, stops: ['list', 'meta', 'me'].map(watch) }
}

test('with other rules what is on the screen is asked anew, the metadata first, and the rest is forgotten', async () => {
  beginSession(aMe())
  const { asked, stops } = watched()
  queryClient.setQueryData(['another page'], 'João')
  await vi.waitFor(() => expect(asked).toHaveLength(3))

  beginSession(aMe({ version: '2' }))

  await vi.waitFor(() => expect(asked.slice(3)).toEqual(['meta', 'list']))
  expect(queryClient.getQueryData(['another page'])).toBeUndefined()
  for (const stop of stops) stop()
})

test('with the same rules nothing is asked', async () => {
  beginSession(aMe())
  const { asked, stops } = watched()
  queryClient.setQueryData(['another page'], 'João')
  await vi.waitFor(() => expect(asked).toHaveLength(3))

  beginSession(aMe())
  await Promise.resolve()

  expect(asked).toHaveLength(3)
  expect(queryClient.getQueryData(['another page'])).toBe('João')
  for (const stop of stops) stop()
})
