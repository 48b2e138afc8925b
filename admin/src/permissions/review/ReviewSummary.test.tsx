import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { json } from '../../../test/fakeApi.ts'
import { cell, closeDrawer, openGroup } from '../../../test/groupPage.tsx'

const summary = () => screen.findByRole('region', { name: 'Conferência' })

test('a group without fault says so', async () => {
  openGroup()

  await within(await summary()).findByText('Nada a apontar.')
})

test('what is wrong and odd stands in the summary, and under its rule', async () => {
  openGroup('/permission-groups/5', {
    review: {
      errors: [{ index: 1, code: 'field', text: 'Regra 2: não existe o campo.' }],
      warnings: [{ index: 2, code: 'shadowed', text: 'Nada chega a esta regra.' }],
      missing: [{ kind: 'grant', action: 'update', subject: 'customer', text: 'Alterar clientes.' }],
      tests: [{ index: 0, passed: false, text: 'x' }],
    },
  })
  const found = within(await summary())
  await found.findByText('Regra 2: não existe o campo.', { exact: false })
  expect(found.getByText('Alterar clientes.')).toBeDefined()
  expect(found.getByText(/Um teste deste grupo não passa/)).toBeDefined()

  fireEvent.click(found.getByRole('button', { name: 'Abrir a regra 3' }))

  const drawer = within(await screen.findByRole('dialog', { name: 'Clientes · Alterar' }))
  expect(
    within(drawer.getByRole('region', { name: 'Regra 2' })).getByText('Regra 2: não existe o campo.'),
  ).toBeDefined()
  const rule = within(drawer.getByRole('region', { name: 'Regra 3' }))
  expect(rule.getByText('Nada chega a esta regra.')).toBeDefined()
  expect(rule.getAllByRole('button')[0]?.getAttribute('aria-expanded')).toBe('true')
})

test('a change is reviewed once the typing rests, with what would be saved', async () => {
  const { sent } = openGroup()
  await within(await summary()).findByText('Nada a apontar.')
  fireEvent.click(await cell('Clientes, Ver'))
  const reason = await screen.findByRole('textbox', { name: 'Motivo' })

  for (const value of ['P', 'Po', 'Por']) fireEvent.change(reason, { target: { value } })

  await waitFor(() => expect(sent('/api/permissions/review')).toHaveLength(2))
  expect(sent('/api/permissions/review')[1]).toMatchObject({
    group: 5,
    audience: 'staff',
    active: true,
    rules: [{ id: 'r_1', reason: 'Por' }, { id: 'r_2' }, { id: 'r_3' }],
  })
})

test('a remark on a rule that has moved waits for the next answer', async () => {
  let nth = 0
  openGroup('/permission-groups/5', {
    answer: (_call, path) => {
      if (path !== '/api/permissions/review') return undefined
      nth += 1
      const answer = { errors: [], warnings: [{ index: 1, code: 'x', text: 'Estranha.' }], tests: [], missing: [] }
      return nth === 1 ? json(answer) : new Promise<Response>(() => undefined)
    },
  })
  await within(await summary()).findByText('Estranha.', { exact: false })
  fireEvent.click(await cell('Clientes, Ver'))
  fireEvent.click(await screen.findByRole('button', { name: 'Excluir a regra 1' }))

  expect(screen.queryByText('Estranha.', { exact: false })).toBeNull()
})

test('what was said while it was edited is not asked again by the save', async () => {
  const { sent } = openGroup()
  fireEvent.click(await cell('Clientes, Alterar'))
  fireEvent.click(await screen.findByRole('button', { name: 'Excluir a regra 3' }))
  await closeDrawer()
  await waitFor(() => expect(sent('/api/permissions/review')).toHaveLength(2))
  await within(await summary()).findByText('Nada a apontar.')
  fireEvent.click(await screen.findByRole('button', { name: /SALVAR/ }))

  await waitFor(() => expect(sent('/api/permission-groups/5')).toHaveLength(1))
  expect(sent('/api/permissions/review')).toHaveLength(2)
})
