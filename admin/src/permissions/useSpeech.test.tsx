import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { PropsWithChildren } from 'react'
import { expect, test } from 'vitest'
import { brands } from '../../test/customers.ts'
import { fakeApi, json } from '../../test/fakeApi.ts'
import { aRule, vocabulary } from '../../test/groups.ts'
import { speak } from '../../test/kinds.tsx'
import { MetadataProvider } from '../providers/metadata.tsx'
import { queryClient } from '../providers/queries.ts'
import { useSpeech } from './useSpeech.ts'

function Around({ children }: PropsWithChildren) {
  return (
    <QueryClientProvider client={queryClient}>
      <MetadataProvider metadata={{ resources: [brands], version: '1' }}>{children}</MetadataProvider>
    </QueryClientProvider>
  )
}

test('what rules are said with is the same until a word or a name in it changes', async () => {
  speak('pt-BR')
  fakeApi(({ url }) =>
    url.startsWith('/api/permissions') ? json(vocabulary) : json([{ id: 3, title: 'Sul' }], { 'X-Total-Count': '1' }),
  )
  const rules = [aRule(1, { conditions: { brand: 3 } })]
  // Who asks makes a new list each time.
  const { result, rerender } = renderHook(() => useSpeech({ audience: 'staff', rules: [...rules] }), {
    wrapper: Around,
  })
  await waitFor(() => expect(result.current.speech?.titles?.get('brand/3')).toBe('Sul'))
  const { speech } = result.current

  rerender()
  expect(result.current.speech).toBe(speech)

  fakeApi(() => json([{ id: 3, title: 'Sudeste' }], { 'X-Total-Count': '1' }))
  await act(() => queryClient.invalidateQueries({ queryKey: ['data'] }))
  await waitFor(() => expect(result.current.speech?.titles?.get('brand/3')).toBe('Sudeste'))
  expect(result.current.speech).not.toBe(speech)
})
