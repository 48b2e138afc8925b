import type { ActionMeta } from '@ficha/api/contract'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { aRecord, brands, customers } from '../../../test/customers.ts'
import { json, problem } from '../../../test/fakeApi.ts'
import { openList, shownRows } from '../../../test/listPage.tsx'

// Reading the code of the dialog for the first time is no part of any test.
beforeAll(async () => {
  await import('../ActionDialog.tsx')
}, 60_000)

const migrate: ActionMeta = {
  name: 'migrate',
  label: 'Migrar',
  on: ['record', 'bulk'],
  fields: [{ name: 'reason', kind: 'text', label: 'Motivo', required: true, operators: [], format: {} }],
}
const resources = [{ ...customers, actions: [migrate] }, brands]
const allowed = { update: true, delete: true, actions: ['migrate'], fields: { hidden: [], readonly: [] } }
const row = (id: number, version = 1) => aRecord(id, { version, _access: allowed })

const tick = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name })
const selected = () =>
  screen
    .getAllByRole<HTMLInputElement>('checkbox', { name: /^Selecionar Registro/ })
    .flatMap(({ checked }, at) => (checked ? [at + 1] : []))

/** The list with the dialog open over the first two rows, the input filled in. */
async function migrating(answer: (nth: number) => Response) {
  let runs = 0
  const opened = openList('/customers', {
    resources,
    rows: [row(1), row(2), row(3)],
    act: () => {
      runs += 1
      return answer(runs)
    },
  })
  fireEvent.click(await tick('Selecionar Registro 1'))
  fireEvent.click(await tick('Selecionar Registro 2'))
  fireEvent.click(screen.getByRole('button', { name: 'Migrar' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Migrar' }))
  fireEvent.change(dialog.getByRole('textbox', { name: /^Motivo/ }), { target: { value: 'mudou' } })
  return {
    ...opened,
    dialog,
    run: () => fireEvent.click(dialog.getByRole('button', { name: /Migrar/ })),
    sent: () => opened.calls.filter(({ method }) => method === 'POST'),
  }
}

test('rows are chosen by range and by the keyboard', async () => {
  openList('/customers', { resources, rows: [row(1), row(2), row(3), row(4)] })
  fireEvent.click(await tick('Selecionar Registro 1'))
  fireEvent.click(await tick('Selecionar Registro 3'), { shiftKey: true })
  expect(selected()).toEqual([1, 2, 3])

  const third = screen.getByRole('link', { name: 'Registro 3' })
  third.focus()
  fireEvent.keyDown(third, { key: ' ' })
  expect(selected()).toEqual([1, 2])
  const fourth = screen.getByRole('link', { name: 'Registro 4' })
  fourth.focus()
  fireEvent.keyDown(fourth, { key: ' ', shiftKey: true })
  expect(selected()).toEqual([1, 2, 3, 4])

  const menu = screen.getByRole('button', { name: 'Ações de Registro 4' })
  menu.focus()
  fireEvent.keyDown(menu, { key: ' ' })
  expect(selected()).toEqual([1, 2, 3, 4])

  fireEvent.click(screen.getByRole('button', { name: 'Limpar seleção' }))
  expect(selected()).toEqual([])
})

test('an action on several runs on their versions, says how it went, and ends the selection', async () => {
  const { dialog, run, sent, asked } = await migrating(() => json({ message: 'Migrados.' }))
  expect(dialog.getByText('Em 2 registros.')).toBeDefined()
  const questions = asked().length
  run()

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent()).toMatchObject([
    {
      url: '/api/customers/actions/migrate',
      body: {
        records: [
          { id: 1, version: 1 },
          { id: 2, version: 1 },
        ],
        input: { reason: 'mudou' },
      },
    },
  ])
  expect(screen.queryAllByText('Migrados.')).not.toHaveLength(0)
  expect(selected()).toEqual([])
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
  await waitFor(() => expect(asked().length).toBeGreaterThan(questions))
})

test('what is refused stands in the dialog, under its field where it names one, and nothing is unselected', async () => {
  const { dialog, run, sent } = await migrating((nth) => {
    if (nth === 1) return problem(422, 'invalid', { errors: { reason: ['Diga por quê.'] } })
    if (nth === 2) return problem(409, 'conflict')
    if (nth === 3) return problem(403, 'forbidden')
    return nth === 4 ? problem(412, 'stale', { current: row(2, 9) }) : json({ message: 'Migrados.' })
  })
  run()
  expect(await dialog.findByText('Diga por quê.')).toBeDefined()
  expect(dialog.queryByRole('alert')).toBeNull()
  for (const text of ['conflict, in words', 'forbidden, in words', '“Registro 2” mudou']) {
    run()
    await waitFor(() => expect(dialog.getByRole('alert').textContent).toContain(text))
  }
  expect(selected()).toEqual([1, 2])

  run()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent().at(-1)?.body).toMatchObject({
    records: [
      { id: 1, version: 1 },
      { id: 2, version: 9 },
    ],
  })
})

test('of several actions on the whole resource one has a button, the others stand in the menu', async () => {
  const act = (name: string) => ({ name, label: name, on: ['resource' as const], fields: [] })
  openList('/customers', { resources: [{ ...customers, actions: [act('Fechar'), act('Abrir o mês')] }] })
  await shownRows()
  expect(screen.getByRole('button', { name: 'Fechar' })).toBeDefined()
  fireEvent.click(screen.getByRole('button', { name: 'Mais ações' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Abrir o mês' }))
  expect(await screen.findByRole('dialog', { name: 'Abrir o mês' })).toBeDefined()
})
