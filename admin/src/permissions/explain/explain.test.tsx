import type { Explanation } from '@ficha/api/contract'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { aRecord } from '../../../test/customers.ts'
import { json, problem } from '../../../test/fakeApi.ts'
import { type GroupWorld, openGroup } from '../../../test/groupPage.tsx'
import { queryClient } from '../../providers/queries.ts'

const explanation: Explanation = {
  allowed: false,
  text: 'Não: a regra do grupo Atendimento impede.',
  steps: [
    {
      rule: 'r_3',
      group: { id: 5, name: 'Atendimento' },
      inverted: true,
      condition: 'Status é Cancelado',
      matched: true,
      values: [{ field: 'status', label: 'Status', value: 'cancelled' }],
      reason: 'Reative antes.',
    },
    {
      rule: 'r_1',
      group: { id: 5, name: 'Atendimento' },
      inverted: false,
      condition: null,
      matched: null,
      values: [],
      reason: null,
    },
  ],
  decisive: 'r_3',
  askedOf: [{ id: 1, name: 'Ana Souza' }],
}

const closed = { update: false, delete: false, actions: [], fields: { hidden: [], readonly: [] } }

/** The page of a customer. */
function open(values: Record<string, unknown> = {}, world: GroupWorld = {}) {
  return openGroup('/customers/3', {
    ...world,
    answer: (call, path) => {
      const told = world.answer?.(call, path)
      if (told) return told
      if (path === '/api/customers/3' && call.method === 'GET') return json(aRecord(3, { name: 'João', ...values }))
      if (path === '/api/permissions/explain') return json(explanation)
      if (path === '/api/permissions/who')
        return json({ users: [{ id: 8, name: 'Bia Reis', groups: [{ id: 5, name: 'Atendimento' }], depends: true }] })
      return undefined
    },
  })
}

async function choose(entry: string) {
  fireEvent.click(await screen.findByRole('button', { name: 'Mais ações' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: entry }))
}

test('the menu of a record says why not: the answer, the rules that speak of it, whom to ask', async () => {
  const { sent } = open({ _access: closed })
  await choose('Por que não posso?')
  const dialog = within(await screen.findByRole('dialog'))

  await dialog.findByText('Não: a regra do grupo Atendimento impede.')
  expect(sent('/api/permissions/explain')).toEqual([{ action: 'update', subject: 'customer', id: 3 }])
  expect(dialog.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'ImpedeAtendimentodecideQuando Status é Cancelado. O registro cumpre.Status: Cancelado“Reative antes.”',
    'PermiteAtendimentoSempre.',
  ])
  expect(dialog.getByText('Quem pode mudar isto: Ana Souza.')).toBeDefined()
})

test('another action and a field can be asked about', async () => {
  const { sent } = open()
  await choose('Por que não posso?')
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.mouseDown(dialog.getByRole('combobox', { name: 'Campo' }))
  fireEvent.click(await screen.findByTitle('CPF'))

  await waitFor(() =>
    expect(sent('/api/permissions/explain').at(-1)).toEqual({
      action: 'read',
      subject: 'customer',
      id: 3,
      field: 'cpf',
    }),
  )
})

test('a field that the rules keep from being changed says why at its value', async () => {
  const { sent } = open({
    _access: { update: true, delete: true, actions: [], fields: { hidden: ['cpf'], readonly: ['name'] } },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Por que não posso alterar Nome?' }))

  await screen.findByText('Não: a regra do grupo Atendimento impede.')
  expect(sent('/api/permissions/explain')).toEqual([{ action: 'update', subject: 'customer', id: 3, field: 'name' }])
})

test('what a record hides is named, and why', async () => {
  const { sent } = open({
    name: undefined,
    _access: { update: true, delete: true, actions: [], fields: { hidden: ['name'], readonly: [] } },
  })
  const line = await screen.findByText('Ocultos para você neste registro: Nome.', { exact: false })
  fireEvent.click(within(line).getByRole('button', { name: 'Por quê?' }))

  await screen.findByText('Não: a regra do grupo Atendimento impede.')
  expect(sent('/api/permissions/explain')).toEqual([{ action: 'read', subject: 'customer', id: 3, field: 'name' }])
})

test('a refusal of the API has a way to its explanation', async () => {
  const { sent } = open(
    {},
    {
      answer: ({ method }) =>
        method === 'DELETE' ? problem(403, 'forbidden', { action: 'delete', subject: 'customer' }) : undefined,
    },
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Excluir' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Excluir “João”?' }))
  fireEvent.click(dialog.getByRole('button', { name: 'Excluir' }))
  fireEvent.click(await dialog.findByRole('button', { name: 'Por quê?' }))

  await screen.findByText('Não: a regra do grupo Atendimento impede.')
  expect(sent('/api/permissions/explain')).toEqual([{ action: 'delete', subject: 'customer', id: 3 }])
})

test('who may do it is listed with their groups', async () => {
  const { calls } = open()
  await choose('Quem pode?')
  const dialog = within(await screen.findByRole('dialog', { name: 'Quem pode?' }))

  await dialog.findByText('1 pessoa pode.')
  expect(dialog.getByRole('listitem').textContent).toBe('Bia ReisAtendimento · depende de valores que você não vê')
  expect(calls.map(({ url }) => url)).toContain('/api/permissions/who?subject=customer&action=read&id=3')
})

test('an answer that may not be seen any more goes from the dialog', async () => {
  let isSeen = true
  open(
    {},
    { answer: (_call, path) => (path === '/api/permissions/who' && !isSeen ? problem(403, 'forbidden') : undefined) },
  )
  await choose('Quem pode?')
  const dialog = within(await screen.findByRole('dialog', { name: 'Quem pode?' }))
  await dialog.findByText('1 pessoa pode.')
  isSeen = false
  await act(() => queryClient.invalidateQueries({ queryKey: ['permissions'] }))

  await dialog.findByText('forbidden, in words')
  expect(dialog.queryByText('Bia Reis')).toBeNull()
})

test('the panel is viewed as a group, once that is confirmed', async () => {
  const { sent } = openGroup('/permission-groups/5', {
    answer: (_call, path) => (path === '/api/permissions/view-as' ? json({ group: { id: 5 } }) : undefined),
  })
  await choose('Ver como')
  const dialog = within(await screen.findByRole('dialog', { name: 'Ver o painel como Atendimento?' }))
  const assign = vi.fn()
  vi.stubGlobal('location', { assign })
  fireEvent.click(dialog.getByRole('button', { name: 'Ver como' }))

  await waitFor(() => expect(assign).toHaveBeenCalledWith('/'))
  expect(sent('/api/permissions/view-as')).toEqual([{ group: 5, brand: null }])
})
