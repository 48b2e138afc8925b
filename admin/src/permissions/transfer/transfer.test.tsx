import type { GroupImport } from '@ficha/api/contract'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
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

test('a copy of the system group allows everything, as it does, and says so', async () => {
  const { sent } = openGroup('/permission-groups/5', {
    group: aGroup({ system: true, rules: [] }),
    answer: ({ method }, path) =>
      path === '/api/permission-groups' && method === 'POST' ? json(aGroup({ id: 6 })) : undefined,
  })
  await choose('Copiar grupo')
  const dialog = within(await screen.findByRole('dialog', { name: 'Copiar este grupo?' }))
  expect(dialog.getByText(/Quem está neste grupo pode tudo/)).toBeDefined()
  fireEvent.click(dialog.getByRole('button', { name: 'Copiar' }))

  await waitFor(() => expect(location.pathname).toBe('/permission-groups/6'))
  expect(sent('/api/permission-groups')).toMatchObject([{ rules: [{ actions: ['manage'], subject: 'all' }] }])
})

test('a file never holds the system group: its page offers none, the list says so', async () => {
  openGroup('/permission-groups/5', { group: aGroup({ system: true, rules: [] }) })
  fireEvent.click(await screen.findByRole('button', { name: 'Mais ações' }))
  expect(await screen.findByRole('menuitem', { name: 'Copiar grupo' })).toBeDefined()
  expect(screen.queryByRole('menuitem', { name: 'Exportar' })).toBeNull()
  cleanup()

  openList({})
  await choose('Exportar')
  const dialog = within(await screen.findByRole('dialog', { name: 'Exportar grupos' }))
  expect(dialog.getByText(/O grupo do sistema fica/)).toBeDefined()
})

test('a copy that its author may not see says so, and opens nothing', async () => {
  openGroup('/permission-groups/5', {
    answer: ({ method }, path) =>
      path === '/api/permission-groups' && method === 'POST' ? json({ _message: 'Salvo.' }) : undefined,
  })
  await choose('Copiar grupo')
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Copiar' }))

  await screen.findAllByText('O registro foi criado, mas você não tem permissão para vê-lo.')
  expect(location.pathname).toBe('/permission-groups/5')
})

test('a copy is offered to who may write its rules', async () => {
  const reads = { actions: ['read'], subject: 'all' }
  openGroup('/permission-groups/5', {
    rules: [reads, { actions: ['create'], subject: 'permissionGroup', fields: ['name', 'audience'] }],
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Mais ações' }))
  expect(await screen.findByRole('menuitem', { name: 'Comparar com outro grupo' })).toBeDefined()
  expect(screen.queryByRole('menuitem', { name: 'Copiar grupo' })).toBeNull()
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

test('what is refused of one rule or group of a file says of which', async () => {
  openList({
    answer: (_call, path) =>
      path === '/api/permission-groups/import'
        ? problem(422, 'invalid', { errors: { 'groups.1.rules.2.actions': ['Preencha este campo.'] } })
        : undefined,
  })
  const dialog = await upload('{}')

  await dialog.findByText('Grupo 2: Regra 3: Preencha este campo.')
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
