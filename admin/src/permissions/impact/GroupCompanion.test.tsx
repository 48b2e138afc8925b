import type { Impact } from '@ficha/api/contract'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { json } from '../../../test/fakeApi.ts'
import { cell, closeDrawer, type GroupWorld, openGroup } from '../../../test/groupPage.tsx'
import { aGroup } from '../../../test/groups.ts'

const none = { count: 0, samples: [] }
const wider: Impact = {
  widening: true,
  users: [{ id: 8, name: 'Bia Reis' }],
  subjects: [
    {
      subject: 'customer',
      label: 'Clientes',
      changes: [
        {
          action: 'read',
          label: 'Ver',
          usersGaining: 1,
          usersLosing: 0,
          rowsGained: { count: 1204, samples: [{ id: 1, title: 'João' }] },
          rowsLost: none,
          fieldsGained: [{ name: 'cpf', label: 'CPF' }],
          fieldsLost: [],
        },
      ],
    },
  ],
}

function open(impact: Impact, world: GroupWorld = {}) {
  return openGroup('/permission-groups/5', {
    ...world,
    answer: (call, path) => (path === '/api/permissions/impact' ? json(impact) : world.answer?.(call, path)),
  })
}

/** Takes the denial out, which gives somebody more. */
async function widen() {
  fireEvent.click(await cell('Clientes, Alterar'))
  fireEvent.click(await screen.findByRole('button', { name: 'Excluir a regra 3' }))
  await closeDrawer()
}

const save = async () => fireEvent.click(await screen.findByRole('button', { name: /SALVAR/ }))
const patches = (sent: (path: string) => unknown[]) => sent('/api/permission-groups/5')

test('a save that gives somebody more repeats the numbers and asks', async () => {
  const { sent } = open(wider)
  await widen()
  await save()
  const dialog = within(await screen.findByRole('dialog', { name: 'Esta alteração amplia permissões' }))

  expect(dialog.getByText('Pessoas: 1 · Registros a mais: até 1204 · Campos a mais: 1')).toBeDefined()
  expect(dialog.getByText('1204 registros, como João', { exact: false })).toBeDefined()
  expect(dialog.getByText('campos: CPF', { exact: false })).toBeDefined()
  fireEvent.click(dialog.getByRole('button', { name: 'Voltar à edição' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(patches(sent)).toEqual([])
  expect(screen.getByText('1 alteração não salva:', { exact: false })).toBeDefined()
})

test('it is sent when that is wanted', async () => {
  const { sent } = open(wider)
  await widen()
  await save()
  const again = within(await screen.findByRole('dialog', { name: 'Esta alteração amplia permissões' }))
  fireEvent.click(again.getByRole('button', { name: 'Salvar e ampliar' }))
  await waitFor(() => expect(patches(sent)).toHaveLength(1))
})

test('one that gives nobody more is saved without a question', async () => {
  const { sent } = open({ ...wider, widening: false })
  await widen()
  await save()

  await waitFor(() => expect(patches(sent)).toHaveLength(1))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a change of another tab is weighed too, though the rules were never opened', async () => {
  const { sent } = openGroup('/permission-groups/5?tab=grupo', {
    answer: (_call, path) => (path === '/api/permissions/impact' ? json(wider) : undefined),
  })
  fireEvent.click(await screen.findByRole('button', { name: /^Ativo/ }))
  fireEvent.click(await screen.findByRole('radio', { name: 'Não' }))
  await save()

  await screen.findByRole('dialog', { name: 'Esta alteração amplia permissões' })
  expect(sent('/api/permissions/impact')).toEqual([
    expect.objectContaining({ group: 5, active: false, rules: expect.any(Array) }),
  ])
})

test('a test that fails takes a tick, which the API is told of', async () => {
  const { sent, calls } = open(
    { ...wider, widening: false },
    {
      group: aGroup({ tests: [{ can: false, action: 'read', subject: 'customer', field: 'cpf' }] }),
      review: { tests: [{ index: 0, passed: false, text: 'A regra 1 permite.' }] },
    },
  )
  await widen()
  await save()
  const dialog = within(await screen.findByRole('dialog', { name: 'Há testes que não passam' }))
  expect(dialog.getByText('Alguém deste grupo não pode ver CPF de Clientes. A regra 1 permite.')).toBeDefined()
  fireEvent.click(dialog.getByRole('button', { name: 'Salvar mesmo assim' }))
  expect(await dialog.findByText(/Marque a caixa/)).toBeDefined()
  fireEvent.click(dialog.getByRole('checkbox'))
  fireEvent.click(dialog.getByRole('button', { name: 'Salvar mesmo assim' }))

  await waitFor(() => expect(patches(sent)).toHaveLength(1))
  expect(calls.find(({ method }) => method === 'PATCH')?.headers.get('X-Override')).toBe('tests')
})

test('what the API will refuse is not asked about', async () => {
  const { sent } = open(wider, {
    review: { missing: [{ kind: 'grant', action: 'read', subject: 'customer', text: 'Ver clientes.' }] },
  })
  await widen()
  await save()

  await waitFor(() => expect(patches(sent)).toHaveLength(1))
})

test('the impact can be seen before anything is saved', async () => {
  open(wider)
  await widen()
  fireEvent.click(screen.getByRole('button', { name: 'Ver impacto' }))

  const dialog = within(await screen.findByRole('dialog', { name: 'Impacto da alteração' }))
  expect(await dialog.findByText('Pessoas atingidas: 1 (Bia Reis).')).toBeDefined()
})

test('what hidden rules come to is not asked of the API as if there were none: the save asks', async () => {
  const { rules: _, ...hidden } = aGroup({
    _access: { update: true, delete: false, actions: [], fields: { hidden: ['rules'], readonly: [] } },
  })
  const { sent } = openGroup('/permission-groups/5?tab=grupo', {
    answer: (call, path) => (path === '/api/permission-groups/5' && call.method === 'GET' ? json(hidden) : undefined),
  })
  fireEvent.click(await screen.findByRole('button', { name: /^Ativo/ }))
  fireEvent.click(await screen.findByRole('radio', { name: 'Não' }))
  await save()

  const dialog = within(await screen.findByRole('dialog', { name: 'Não foi possível calcular o impacto' }))
  expect(dialog.getByText(/As regras de Atendimento estão ocultas para você/)).toBeDefined()
  fireEvent.click(dialog.getByRole('button', { name: 'Salvar mesmo assim' }))
  await waitFor(() => expect(patches(sent)).toEqual([{ active: false }]))
  expect(sent('/api/permissions/impact').concat(sent('/api/permissions/review'))).toEqual([])
})
