import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeEventSource } from '../../test/eventSource.ts'
import { aMe, fakeApi, json } from '../../test/fakeApi.ts'
import { ability } from './ability.ts'
import { followEvents } from './events.ts'
import { beginSession, currentSession } from './session.ts'

let stop: (() => void) | undefined

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  stop?.()
  vi.useRealTimers()
})

const opened = () => FakeEventSource.opened
const last = () => opened()[0] as FakeEventSource

test('rules that change elsewhere are fetched when the API says so', async () => {
  beginSession(aMe())
  const rules = [{ actions: ['read'], subject: 'brand' }]
  const calls = fakeApi(() => json(aMe({ version: '2', rules })))
  stop = followEvents()

  last().say('rights', { version: '1' })
  expect(calls).toEqual([])
  last().say('rights', { version: '2' })

  await vi.waitFor(() => expect(currentSession().me?.version).toBe('2'))
  expect(calls.map(({ url }) => url)).toEqual(['/api/auth/me'])
  expect(ability.can('read', 'customer')).toBe(false)
})

test('other tabs of the browser learn it from the one that listens', async () => {
  beginSession(aMe())
  fakeApi(() => json(aMe({ version: '2' })))
  stop = followEvents()
  const other = new BroadcastChannel('ficha.rights')
  const heard: unknown[] = []
  other.onmessage = ({ data }) => heard.push(data)

  last().say('rights', { version: '2' })
  await vi.waitFor(() => expect(heard).toEqual(['2']))

  fakeApi(() => json(aMe({ version: '3' })))
  other.postMessage('3')
  await vi.waitFor(() => expect(currentSession().me?.version).toBe('3'))
  other.close()
})

test('only the tab that holds the lock listens', async () => {
  const waiting: ((value: unknown) => void)[] = []
  vi.stubGlobal('navigator', {
    locks: {
      request: async (_: string, __: object, work: () => Promise<void>) => {
        await new Promise((resolve) => waiting.push(resolve))
        await work()
      },
    },
  })
  stop = followEvents()
  expect(opened()).toEqual([])

  for (const begin of waiting) begin(undefined)

  await vi.waitFor(() => expect(opened()).toHaveLength(1))
})

test('who was stopped while it waited for its turn does not listen when the turn comes', async () => {
  const waiting: ((value: unknown) => void)[] = []
  const turn = vi.fn()
  vi.stubGlobal('navigator', {
    locks: {
      request: async (_: string, __: object, work: () => Promise<void>) => {
        await new Promise((resolve) => waiting.push(resolve))
        await work()
        turn()
      },
    },
  })
  followEvents()()

  for (const begin of waiting) begin(undefined)

  await vi.waitFor(() => expect(turn).toHaveBeenCalled())
  expect(opened()).toEqual([])
})

test('a refused stream is tried again, less and less often; a broken line is left to the browser', () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  stop = followEvents()
  last().fail({ refused: false })
  vi.advanceTimersByTime(60_000)
  expect(opened()).toHaveLength(1)

  last().fail({ refused: true })
  vi.advanceTimersByTime(1_000)
  expect(opened()).toHaveLength(2)
  last().fail({ refused: true })
  vi.advanceTimersByTime(1_000)
  expect(opened()).toHaveLength(2)
  vi.advanceTimersByTime(1_000)
  expect(opened()).toHaveLength(3)
})

test('what arrives after it was stopped is not heard, nor a refusal', () => {
  beginSession(aMe())
  const calls = fakeApi(() => json(aMe({ version: '2' })))
  stop = followEvents()
  const source = last()
  stop()

  source.dispatchEvent(new MessageEvent('rights', { data: '{"version":"2"}' }))
  source.dispatchEvent(new Event('error'))
  vi.advanceTimersByTime(600_000)

  expect(calls).toEqual([])
  expect(opened()).toHaveLength(1)
})

test('nobody listens after it was stopped', () => {
  stop = followEvents()
  last().fail({ refused: true })

  stop()
  vi.advanceTimersByTime(600_000)

  expect(opened()).toHaveLength(1)
  expect(last().readyState).toBe(FakeEventSource.CLOSED)
})
