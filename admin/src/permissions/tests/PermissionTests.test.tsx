import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { problem } from '../../../test/fakeApi.ts'
import { openGroup } from '../../../test/groupPage.tsx'
import { aGroup } from '../../../test/groups.ts'

const tests = [
  { can: false, action: 'update', subject: 'customer', field: 'email', brand: 3, when: { status: 'cancelled' } },
  { can: true, action: 'read', subject: 'brand' },
]

const passes = { index: 0, passed: true, text: '' }

const open = (results = [passes]) =>
  openGroup('/permission-groups/5?tab=testes', { group: aGroup({ tests }), review: { tests: results } })

const rows = async () => within(await screen.findByRole('list', { name: 'Testes do grupo' })).getAllByRole('listitem')

test('each is a sentence with what came of it', async () => {
  open([passes, { index: 1, passed: false, text: 'Nenhuma regra permite.' }])
  await screen.findByText('1 de 2 passam.')
  await screen.findByText(/da marca Acme › Sul/)

  const [first, second] = await rows()
  expect(first?.textContent).toContain(
    'Passa: Alguém deste grupo, da marca Acme › Sul, não pode alterar E-mail de Clientes, quando Status é Cancelado.',
  )
  expect(second?.textContent).toContain('Não passa: Alguém deste grupo pode ver Marcas.')
  expect(second?.textContent).toContain('Nenhuma regra permite.')
})

test('a new one is made of controls, and saved with the group', async () => {
  const { sent } = open()
  await rows()
  fireEvent.click(screen.getByRole('button', { name: 'Adicionar teste' }))
  const row = within((await rows())[2] as HTMLElement)
  fireEvent.mouseDown(row.getByRole('combobox', { name: 'Ação' }))
  fireEvent.click(await screen.findByTitle('Migrar cliente'))
  fireEvent.click(row.getByRole('radio', { name: 'Pode' }))
  expect(row.getByText('Alguém deste grupo pode migrar cliente Clientes.')).toBeDefined()
  fireEvent.click(await screen.findByRole('button', { name: /SALVAR/ }))

  await waitFor(() =>
    expect(sent('/api/permission-groups/5')).toEqual([
      { tests: [...tests, { can: true, action: 'migrate', subject: 'customer', field: null }] },
    ]),
  )
})

test('one that is taken out goes with the next save', async () => {
  const { sent } = open()
  await rows()
  fireEvent.click(screen.getByRole('button', { name: 'Excluir o teste 2' }))
  fireEvent.click(await screen.findByRole('button', { name: /SALVAR/ }))

  await waitFor(() => expect(sent('/api/permission-groups/5')).toEqual([{ tests: tests.slice(0, 1) }]))
})

test('what the API refuses of one stands at it', async () => {
  openGroup('/permission-groups/5?tab=testes', {
    group: aGroup({ tests }),
    review: { tests: [passes] },
    answer: ({ method }) =>
      method === 'PATCH'
        ? problem(422, 'invalid', { errors: { 'tests.0.when': ['Condição desconhecida.'] } })
        : undefined,
  })
  await rows()
  fireEvent.click(screen.getByRole('button', { name: 'Excluir o teste 2' }))
  fireEvent.click(await screen.findByRole('button', { name: /SALVAR/ }))

  await screen.findByText('Nº 1: Condição desconhecida.')
  const [first] = await rows()
  expect(first?.textContent).toContain('Condição desconhecida.')
})
