import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { json } from '../../../test/fakeApi.ts'
import { openGroup } from '../../../test/groupPage.tsx'
import { aGroup, aRule } from '../../../test/groups.ts'

const open = (other: Record<string, unknown>) =>
  openGroup('/permission-groups/compare?left=5&right=6', {
    answer: (_call, path) =>
      path === '/api/permission-groups/6' ? json(aGroup({ id: 6, name: 'Leitura', ...other })) : undefined,
  })

test('differences stand side by side, in words', async () => {
  open({ rules: [aRule(9, { conditions: { brand: { $under: '${user.brand}' } } })] })

  await screen.findByText('1 diferença.')
  const [head, row] = screen.getAllByRole('row')
  expect(
    within(head as HTMLElement)
      .getAllByRole('columnheader')
      .map((cell) => cell.textContent),
  ).toEqual(['Recurso e ação', 'Atendimento', 'Leitura'])
  expect(row?.textContent).toBe(
    'Clientes · alterar ParteClientes: permite alterar, só Nome e E-mail, sempre.Clientes: impede alterar, quando Status é Cancelado. Nada',
  )
})

test('groups that say the same say so', async () => {
  open({ rules: aGroup().rules })

  await screen.findByText('As regras dizem o mesmo.')
})

test('groups of different people are not compared', async () => {
  open({ audience: 'customers' })

  await screen.findByText(/eles não falam das mesmas coisas/)
})

test('the system group may do everything, and that is said', async () => {
  open({ name: 'Administrador', system: true, rules: [] })

  await screen.findByText(/Administrador é o grupo do sistema: quem está nele pode tudo/)
  const row = screen.getByRole('row', { name: /^Clientes · excluir/ })
  expect(
    within(row)
      .getAllByRole('cell')
      .map((each) => each.textContent),
  ).toEqual([' Nada', ' TudoTudo: permite excluir, sempre.'])
})

test('rules that may not be seen are not taken for none', async () => {
  const { rules: _, ...hidden } = aGroup({ id: 6, name: 'Leitura' })
  openGroup('/permission-groups/compare?left=5&right=6', {
    answer: (_call, path) => (path === '/api/permission-groups/6' ? json(hidden) : undefined),
  })

  await screen.findByText('As regras de Leitura estão ocultas para você.')
  expect(screen.queryByRole('table')).toBeNull()
})
