import { useDelete } from '@refinedev/core'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { aMe, aMetadata, fakeApi, json } from '../../test/fakeApi.ts'
import { PanelProviders } from '../shell/PanelProviders.tsx'
import { beginSession } from './session.ts'

function Remove() {
  const { mutate } = useDelete()
  return (
    <button type="button" onClick={() => mutate({ resource: 'customer', id: 3 })}>
      remove
    </button>
  )
}

test('a link cannot make a change overwrite what it has not read', async () => {
  beginSession(aMe())
  const calls = fakeApi(() => json({}))
  render(
    <MemoryRouter initialEntries={['/customers/3?ifMatch=*&method=get']}>
      <PanelProviders metadata={aMetadata}>
        <Remove />
      </PanelProviders>
    </MemoryRouter>,
  )

  fireEvent.click(screen.getByRole('button', { name: 'remove' }))

  await waitFor(() => expect(calls.map(({ method, url }) => `${method} ${url}`)).toContain('DELETE /api/customers/3'))
  expect(calls.map(({ headers }) => headers.get('If-Match'))).toEqual([null])
})
