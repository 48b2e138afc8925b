import type { GroupImport } from '@ficha/api/contract'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { json, problem } from '../../../test/fakeApi.ts'
import { type GroupWorld, openGroup } from '../../../test/groupPage.tsx'
import { aGroup } from '../../../test/groups.ts'

async function choose(entry: string) {
  fireEvent.click(await screen.findByRole('button', { name: 'Mais ações' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: entry }))
}

test('a copy takes rules and tests along as new ones, under another name', async () => {
  const { sent } = openGroup('/permission-groups/5', {
    answer: ({ method }, path) =>
      path === '/api/permission-groups' && method === 'POST' ? json(aGroup({ id: 6, name: 'Nova' })) : undefined,
  })
  await choose('Copiar grupo')
  const dialog = within(await screen.findByRole('dialog', { name: 'Copiar este grupo?' }))
  const name = dialog.getByRole<HTMLInputElement>('textbox', { name: 'Nome do novo grupo' })
  expect(name.value).toBe('Atendimento (cópia)')
  fireEvent.change(name, { target: { value: 'Nova' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Copiar' }))

  await waitFor(() => expect(location.pathname).toBe('/permission-groups/6'))
  const rules = aGroup().rules.map(({ id: _id, status: _status, ...rule }) => rule)
  expect(sent('/api/permission-groups')).toEqual([{ name: 'Nova', audience: 'staff', active: true, rules, tests: [] }])
})

test('a copy that is refused says why and keeps what was typed', async () => {
  openGroup('/permission-groups/5', {
    answer: ({ method }) =>
      method === 'POST' ? problem(422, 'invalid', { errors: { name: ['Já existe um grupo assim.'] } }) : undefined,
  })
  await choose('Copiar grupo')
  const dialog = within(await screen.findByRole('dialog', { name: 'Copiar este grupo?' }))
  fireEvent.click(dialog.getByRole('button', { name: 'Copiar' }))

  expect(await dialog.findByText(/Já existe um grupo assim/)).toBeDefined()
  expect(dialog.getByRole<HTMLInputElement>('textbox').value).toBe('Atendimento (cópia)')
})

test('a group is kept as a file, under the name that the API gives it', async () => {
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  const address = vi.fn(() => 'blob:x')
  Object.assign(URL, { createObjectURL: address, revokeObjectURL: () => undefined })
  const { calls } = openGroup('/permission-groups/5', {
    answer: (_call, path) =>
      path === '/api/permission-groups/export'
        ? json({ groups: [] }, { 'Content-Disposition': 'attachment; filename="grupos.json"' })
        : undefined,
  })
  await choose('Exportar')
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Baixar' }))

  await waitFor(() => expect(clicked).toHaveBeenCalled())
  expect((clicked.mock.contexts[0] as HTMLAnchorElement).download).toBe('grupos.json')
  expect(calls.map(({ url }) => url)).toContain('/api/permission-groups/export?id=5')
})

const diff: GroupImport = {
  groups: [
    {
      name: 'Atendimento',
      state: 'changed',
      changes: [
        { kind: 'rule-added', text: 'Clientes: permite excluir.' },
        { kind: 'field', text: 'Descrição' },
      ],
      errors: [],
    },
    { name: 'Leitura', state: 'same', changes: [], errors: [] },
  ],
}

const openList = (world: GroupWorld) => openGroup('/permission-groups', world)

async function upload(text: string) {
  await choose('Importar')
  const dialog = within(await screen.findByRole('dialog', { name: 'Importar grupos' }))
  const file = Object.assign(new File([text], 'grupos.json'), { text: async () => text })
  fireEvent.change(dialog.getByLabelText('Escolher arquivo', { selector: 'input' }), { target: { files: [file] } })
  return dialog
}

test('a file is taken in only after it has shown what it would change', async () => {
  const { calls } = openList({
    answer: (_call, path) => (path === '/api/permission-groups/import' ? json(diff) : undefined),
  })
  const dialog = await upload('{"version":1}')

  expect((await dialog.findAllByRole('listitem')).map((item) => item.textContent)).toEqual([
    'AtendimentoMuda+ Clientes: permite excluir.~ Descrição',
    'LeituraIgual',
  ])
  const imports = () => calls.filter(({ url }) => url.includes('/import')).map(({ url, body }) => [url, body])
  expect(imports()).toEqual([['/api/permission-groups/import?mode=check', { version: 1 }]])

  fireEvent.click(dialog.getByRole('button', { name: 'Importar' }))
  await waitFor(() => expect(imports()[1]).toEqual(['/api/permission-groups/import?mode=apply', { version: 1 }]))
  expect(await screen.findAllByText('Grupos importados.')).not.toHaveLength(0)
})

test('a group with a fault keeps the file from being taken in', async () => {
  const [first] = diff.groups
  openList({
    answer: (_call, path) =>
      path === '/api/permission-groups/import'
        ? json({ groups: [{ ...first, errors: ['A marca “Sul” não existe aqui.'] }] })
        : undefined,
  })
  const dialog = await upload('{}')

  await dialog.findByText('A marca “Sul” não existe aqui.', { exact: false })
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Importar' }).disabled).toBe(true)
})

test('what is no JSON is told without asking the API', async () => {
  const { calls } = openList({})
  const dialog = await upload('{')

  await dialog.findByText(/Isto não é JSON/)
  expect(calls.filter(({ url }) => url.includes('/import'))).toEqual([])
})
