import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { fakeApi, problem } from '../../test/fakeApi.ts'
import { speak } from '../../test/kinds.tsx'
import { Theme } from './Theme.tsx'
import { ViewingBar } from './ViewingBar.tsx'

const open = (answer: () => Response) => {
  speak('pt-BR')
  const assign = vi.fn()
  vi.stubGlobal('location', { assign })
  const calls = fakeApi(answer)
  render(
    <Theme>
      <ViewingBar viewing={{ user: { id: 8, name: 'Bia Reis' } }} />
    </Theme>,
  )
  return { assign, calls }
}

test('says as whom the panel is seen, and leads back to oneself', async () => {
  const { assign, calls } = open(() => new Response(null, { status: 204 }))
  expect(screen.getByRole('status').textContent).toBe('Vendo como Bia Reis · somente leitura')

  fireEvent.click(screen.getByRole('button', { name: 'Sair' }))

  await waitFor(() => expect(assign).toHaveBeenCalledWith('/'))
  expect(calls.map(({ method, url }) => `${method} ${url}`)).toEqual(['DELETE /api/permissions/view-as'])
})

test('says why it could not', async () => {
  const { assign } = open(() => problem(503, 'unavailable'))
  fireEvent.click(screen.getByRole('button', { name: 'Sair' }))

  const text = await screen.findByText('unavailable, in words')
  expect(text.closest('[role=alert]')).not.toBeNull()
  // The bar is one line, which a phone would cut.
  expect(screen.getByRole('status').textContent).toBe('Vendo como Bia Reis · somente leitura')
  await waitFor(() => expect(screen.getByRole('button', { name: /Sair$/ }).className).not.toContain('ant-btn-loading'))
  expect(assign).not.toHaveBeenCalled()
})
