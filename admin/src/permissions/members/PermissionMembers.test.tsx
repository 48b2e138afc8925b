import type { Member } from '@ficha/api/contract'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { json, problem } from '../../../test/fakeApi.ts'
import { type GroupWorld, openGroup } from '../../../test/groupPage.tsx'
import { aGroup } from '../../../test/groups.ts'
import { queryClient } from '../../providers/queries.ts'

beforeAll(() => {
  process.env.TZ = 'America/Sao_Paulo'
})

const bia: Member = {
  user: { id: 8, name: 'Bia Reis', email: 'bia@example.com', active: true },
  grantedBy: 'Ana Souza',
  grantedAt: '2026-02-03T12:00:00.000Z',
  expiresAt: null,
}
const caio: Member = {
  user: { id: 9, name: 'Caio Luz', email: 'caio@example.com', active: false },
  grantedBy: null,
  grantedAt: '2025-01-01T12:00:00.000Z',
  expiresAt: '2025-06-30T12:00:00.000Z',
}

const path = '/api/permission-groups/5/members'

function open(world: GroupWorld = {}) {
  return openGroup('/permission-groups/5?tab=membros', {
    ...world,
    answer: (call, asked) => {
      const told = world.answer?.(call, asked)
      if (told) return told
      if (asked === path && call.method === 'GET') return json([bia, caio])
      if (asked === path) return json(bia)
      if (asked === `${path}/8` && call.method === 'DELETE') return new Response(null, { status: 204 })
      if (asked === '/api/users/lookup') return json([{ id: 11, title: 'Davi Sá' }], { 'X-Total-Count': '1' })
      return undefined
    },
  })
}

const row = async (name: string) => {
  const link = await screen.findByRole('link', { name })
  const found = link.closest('li')
  if (!found) throw new Error(`No row of ${name}`)
  return found
}

test('members are listed with since when, by whom and until when', async () => {
  open()

  expect((await row('Bia Reis')).textContent).toBe('Bia Reisbia@example.comdesde 03/02/2026, por Ana Souzasem fim')
  expect((await row('Caio Luz')).textContent).toBe(
    'Caio LuzInativocaio@example.comdesde 01/01/2025encerrado em 30/06/2025',
  )
})

test('somebody is added, until the end of a day', async () => {
  const { sent } = open()
  fireEvent.mouseDown(await screen.findByRole('combobox', { name: 'Usuário' }))
  fireEvent.click(await screen.findByTitle('Davi Sá'))
  fireEvent.change(screen.getByRole('textbox', { name: 'Último dia (opcional)' }), { target: { value: '31/12/2030' } })
  fireEvent.click(screen.getByRole('button', { name: 'Adicionar' }))

  await waitFor(() => expect(sent(path)).toEqual([{ user: 11, expiresAt: '2031-01-01T02:59:59.999Z' }]))
  expect(await screen.findAllByText('Adicionado ao grupo.')).not.toHaveLength(0)
})

test('an end is moved, and taken away', async () => {
  const { sent } = open()
  fireEvent.click(within(await row('Caio Luz')).getByRole('button', { name: 'Alterar o fim: Caio Luz' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Alterar o fim: Caio Luz' }))
  const input = dialog.getByRole<HTMLInputElement>('textbox', { name: 'Último dia (opcional)' })
  expect(input.value).toBe('30/06/2025')
  fireEvent.change(input, { target: { value: '' } })
  fireEvent.click(dialog.getByRole('button', { name: 'SALVAR' }))

  await waitFor(() => expect(sent(path)).toEqual([{ user: 9, expiresAt: null }]))
})

test('taking somebody out asks first, and says why it was refused', async () => {
  const { sent } = open({
    answer: ({ method }) =>
      method === 'DELETE' ? problem(409, 'conflict', { detail: 'O último administrador fica.' }) : undefined,
  })
  fireEvent.click(within(await row('Bia Reis')).getByRole('button', { name: 'Tirar do grupo: Bia Reis' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Tirar Bia Reis do grupo Atendimento?' }))
  expect(sent(`${path}/8`)).toEqual([])
  fireEvent.click(dialog.getByRole('button', { name: 'Tirar do grupo' }))

  expect(await dialog.findByText('O último administrador fica.', { exact: false })).toBeDefined()
})

test('a group for customers has no members here', async () => {
  const { calls } = open({ group: aGroup({ audience: 'customers' }) })

  await screen.findByText('Grupo para clientes')
  expect(calls.filter(({ url }) => url === path)).toEqual([])
})

test('members that may not be seen any more go from the screen', async () => {
  let isSeen = true
  open({
    answer: (call, asked) =>
      asked === path && call.method === 'GET' && !isSeen ? problem(403, 'forbidden') : undefined,
  })
  await row('Bia Reis')
  isSeen = false
  await act(() => queryClient.invalidateQueries({ queryKey: ['permissions'] }))

  await screen.findByText('forbidden, in words')
  expect(screen.queryByText('Bia Reis')).toBeNull()
})
