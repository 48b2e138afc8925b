import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { json, problem } from '../../../test/fakeApi.ts'
import { aPerson, everything } from '../../../test/people.ts'
import { keep, openPage, save, value } from '../../../test/recordPage.tsx'

const masked = (revealable: string[]) =>
  aPerson({
    secret: '***.444.777-**',
    _access: { ...everything, fields: { hidden: [], readonly: [], masked: ['secret'], revealable } },
  })

afterEach(() => {
  vi.useRealTimers()
})

test('a masked value opens blank, and leaving it so changes nothing', async () => {
  openPage('/people/7', { person: masked([]) })
  fireEvent.click(await value(/^Segredo/))

  const input = await screen.findByRole<HTMLInputElement>('textbox', { name: /^Segredo/ })
  expect(input.value).toBe('')
  fireEvent.keyDown(input, { key: 'Enter' })

  expect(await screen.findByText('***.444.777-**')).toBeDefined()
  expect(screen.getByText('Nenhuma alteração')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Revelar Segredo' })).toBeNull()
})

test('what is typed over a masked value is saved whole', async () => {
  const { calls } = openPage('/people/7', { person: masked([]) })
  await keep(/^Segredo/, 'novo valor')

  await save()

  await waitFor(() => expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ secret: 'novo valor' }))
})

test('it is revealed to whoever says why, for a minute', async () => {
  const { calls } = openPage('/people/7', {
    person: masked(['secret']),
    answer: (_, path) =>
      path === '/api/people/7/reveal' ? json({ field: 'secret', value: '111.444.777-35' }) : undefined,
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Revelar Segredo' }))
  const reason = await screen.findByRole('textbox', { name: 'Para que você precisa deste dado?' })
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Revelar' }).disabled).toBe(true)
  fireEvent.change(reason, { target: { value: 'Conferir a nota' } })
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  fireEvent.click(screen.getByRole('button', { name: 'Revelar' }))

  expect(await screen.findByDisplayValue('111.444.777-35')).toBeDefined()
  expect(calls.find(({ url }) => url.endsWith('/reveal'))?.body).toEqual({ field: 'secret', reason: 'Conferir a nota' })

  act(() => void vi.advanceTimersByTime(61_000))
  await waitFor(() => expect(screen.queryByDisplayValue('111.444.777-35')).toBeNull())
})

test('a refusal says why, and the reason stays typed', async () => {
  openPage('/people/7', {
    person: masked(['secret']),
    answer: (_, path) => (path === '/api/people/7/reveal' ? problem(403, 'forbidden') : undefined),
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Revelar Segredo' }))
  const reason = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Para que/ })
  fireEvent.change(reason, { target: { value: 'Conferir a nota' } })
  fireEvent.keyDown(reason, { key: 'Enter' })

  expect(await screen.findByRole('alert')).toBeDefined()
  expect(reason.value).toBe('Conferir a nota')
})
