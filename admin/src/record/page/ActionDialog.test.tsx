import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { expect, test, vi } from 'vitest'
import { type Call, fakeApi, json, problem } from '../../../test/fakeApi.ts'
import { speak } from '../../../test/kinds.tsx'
import { aPerson, people } from '../../../test/people.ts'
import { keep, openPage, save, value } from '../../../test/recordPage.tsx'
import { PanelProviders } from '../../shell/PanelProviders.tsx'
import { ActionDialog } from '../ActionDialog.tsx'

const dialog = (name: string) => screen.findByRole('dialog', { name })
const press = async (of: string, name: string | RegExp) =>
  fireEvent.click(within(await dialog(of)).getByRole('button', { name }))

test('asks for its input, runs on the version that was read, and says how it went', async () => {
  const { calls, sent } = openPage('/people/7', {
    answer: (_, path) =>
      path.endsWith('/promote')
        ? json({ message: 'Promovida.', record: aPerson({ version: 4, name: 'Dra. Ana' }) })
        : undefined,
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Promover' }))
  fireEvent.change(within(await dialog('Promover')).getByRole('textbox', { name: /^Grau/ }), {
    target: { value: 'doutora' },
  })
  await press('Promover', 'Promover')

  expect(await screen.findByRole('heading', { level: 1, name: 'Dra. Ana' })).toBeDefined()
  expect(sent()).toEqual([{ method: 'POST', url: '/api/people/7/actions/promote', body: { grade: 'doutora' } }])
  expect(calls.find(({ method }) => method === 'POST')?.headers.get('If-Match')).toBe('"3"')
  expect(screen.queryAllByText('Promovida.')).not.toHaveLength(0)
})

test('errors stand under the fields of the dialog, which stays', async () => {
  openPage('/people/7', {
    answer: (_, path) =>
      path.endsWith('/promote') ? problem(422, 'invalid', { errors: { grade: ['Preencha este campo.'] } }) : undefined,
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Promover' }))
  await press('Promover', 'Promover')

  expect(await screen.findByText('Preencha este campo.')).toBeDefined()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Grau/ })))
})

test('a record that changed meanwhile is run on only when confirmed again', async () => {
  let runs = 0
  const { calls } = openPage('/people/7', {
    answer: (_, path) => {
      if (!path.endsWith('/erase')) return undefined
      runs += 1
      const done = aPerson({ version: 10, name: 'Apagada' })
      return runs === 1
        ? problem(412, 'stale', { current: aPerson({ version: 9 }) })
        : json({ message: 'Apagado.', record: done })
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Apagar dados' }))
  expect((await dialog('Apagar dados')).textContent).toContain('Os dados somem.')
  await press('Apagar dados', 'Apagar dados')
  await screen.findByText(/O registro mudou/)
  await press('Apagar dados', /Apagar dados/)

  await screen.findByRole('heading', { level: 1, name: 'Apagada' })
  expect(calls.filter(({ method }) => method === 'POST')[1]?.headers.get('If-Match')).toBe('"9"')
})

test('what is typed on the page survives an action', async () => {
  openPage('/people/7', {
    answer: (_, path) =>
      path.endsWith('/erase') ? json({ message: 'Apagado.', record: aPerson({ version: 4, age: null }) }) : undefined,
  })
  fireEvent.click(await value(/^Apelido/))
  fireEvent.change(screen.getByRole('textbox', { name: /^Apelido/ }), { target: { value: 'Nina' } })
  fireEvent.click(await screen.findByRole('button', { name: 'Apagar dados' }))
  await press('Apagar dados', 'Apagar dados')

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Apelido/ }).value).toBe('Nina')
  expect(screen.getByRole('button', { name: 'SALVAR · 1 alteração' })).toBeDefined()
})

test('an action that ran over the changes of others does not hide them from what is typed', async () => {
  let runs = 0
  const theirs = { email: 'outra@example.com' }
  const { calls } = openPage('/people/7', {
    answer: ({ method }, path) => {
      if (method === 'PATCH') return problem(412, 'stale', { current: aPerson({ ...theirs, version: 10 }) })
      if (!path.endsWith('/erase')) return undefined
      runs += 1
      if (runs === 1) return problem(412, 'stale', { current: aPerson({ ...theirs, version: 9 }) })
      return json({ message: 'Apagado.', record: aPerson({ ...theirs, version: 10 }) })
    },
  })
  await keep(/^E-mail/, 'minha@example.com')
  fireEvent.click(await screen.findByRole('button', { name: 'Apagar dados' }))
  await press('Apagar dados', 'Apagar dados')
  await screen.findByText(/O registro mudou/)
  await press('Apagar dados', /Apagar dados/)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await save()

  await screen.findByRole('group', { name: 'E-mail' })
  expect(calls.find(({ method }) => method === 'PATCH')?.headers.get('If-Match')).toBe('"3"')
})

test('several records are run on at once, by their versions', async () => {
  speak('pt-BR')
  const calls = fakeApi((_: Call) => json({ message: 'Promovidas.' }))
  const onDone = vi.fn()
  const [promote] = people.actions
  const records = [
    { id: 7, version: 3 },
    { id: 8, version: 1 },
  ]
  render(
    <MemoryRouter>
      <PanelProviders metadata={{ resources: [people], version: '1' }}>
        {promote && (
          <ActionDialog
            resource={people}
            action={promote}
            records={records}
            onDone={onDone}
            onClose={() => undefined}
          />
        )}
      </PanelProviders>
    </MemoryRouter>,
  )
  expect((await dialog('Promover')).textContent).toContain('Em 2 registros.')
  fireEvent.change(screen.getByRole('textbox', { name: /^Grau/ }), { target: { value: 'mestra' } })
  await press('Promover', 'Promover')

  await waitFor(() => expect(onDone).toHaveBeenCalledWith({ message: 'Promovidas.' }))
  expect(calls.at(-1)).toMatchObject({
    url: '/api/people/actions/promote',
    body: { records, input: { grade: 'mestra' } },
  })
})

const link = 'https://painel.exemplo.com.br/set-password#abc'

/** The dialog of an action that has revealed a link. */
async function revealed(shown = [{ label: 'Link do convite', text: link }]) {
  const opened = openPage('/people/7', {
    answer: (_, path) =>
      path.endsWith('/erase')
        ? json({ message: 'Convite criado.', record: aPerson({ version: 4, name: 'Dra. Ana' }), shown })
        : undefined,
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Apagar dados' }))
  await press('Apagar dados', 'Apagar dados')
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Link do convite' })
  return { ...opened, field }
}

test('what an action reveals stays in the dialog, selected, until it is closed', async () => {
  const { field, sent } = await revealed()

  expect(field).toMatchObject({ value: link, readOnly: true })
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, link.length])
  expect(document.activeElement).toBe(field)
  expect((await dialog('Apagar dados')).textContent).toContain('Isto aparece só agora.')
  expect(screen.queryAllByText('Convite criado.')).not.toHaveLength(0)
  expect(within(await dialog('Apagar dados')).queryByRole('button', { name: 'Apagar dados' })).toBeNull()

  await press('Apagar dados', 'Fechar')

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByRole('heading', { level: 1, name: 'Dra. Ana' })).toBeDefined()
  expect(screen.queryByDisplayValue(link)).toBeNull()
  expect(sent()).toHaveLength(1)
})

test('what is revealed is copied by a button that says so', async () => {
  const writeText = vi.fn(async () => undefined)
  vi.stubGlobal('navigator', Object.create(navigator, { clipboard: { value: { writeText } } }))
  await revealed([
    { label: 'Link do convite', text: link },
    { label: 'Chave', text: 'segredo' },
  ])

  await press('Apagar dados', 'Copiar: Chave')

  expect(await screen.findByText('Copiado.')).toMatchObject({ role: 'status' })
  expect(writeText).toHaveBeenCalledExactlyOnceWith('segredo')
})

test('where the browser copies nothing, the text is selected and says how to copy it', async () => {
  const writeText = () => Promise.reject(new Error('denied'))
  vi.stubGlobal('navigator', Object.create(navigator, { clipboard: { value: { writeText } } }))
  const { field } = await revealed()
  field.setSelectionRange(0, 0)

  await press('Apagar dados', 'Copiar: Link do convite')

  await screen.findByText(/copie com Ctrl\+C/)
  expect(document.activeElement).toBe(field)
  expect(field.selectionEnd).toBe(link.length)
})
