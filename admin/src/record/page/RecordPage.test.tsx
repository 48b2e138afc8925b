import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { json, problem } from '../../../test/fakeApi.ts'
import { aPerson, everything } from '../../../test/people.ts'
import { keep, openPage, openTab, save, type, value } from '../../../test/recordPage.tsx'

const status = () =>
  screen.getByText(/alteração|alterações não salvas/, { selector: '[role=status] *' }).parentElement?.textContent

describe('a record page', () => {
  test('is named after its record, with its state and its facts', async () => {
    openPage('/people/7')

    expect(await screen.findByRole('heading', { level: 1, name: 'Ana Lima' })).toBeDefined()
    const facts = screen.getByText('C-1', { selector: 'dd *, dd' }).closest('dl')
    expect(facts?.textContent).toMatch(/StatusAtivo.*CódigoC-1/)
  })

  test('shows as text what nobody may write, and what this person may not read not at all', async () => {
    openPage('/people/7', {
      person: aPerson({ _access: { ...everything, fields: { hidden: ['secret'], readonly: ['email'] } } }),
    })

    await value(/^Nome/)
    for (const label of ['Código', 'Fixado', 'E-mail']) {
      expect(screen.getByText(label, { selector: 'span' })).toBeDefined()
      expect(screen.queryByRole('button', { name: new RegExp(`^${label}`) })).toBeNull()
    }
    expect(screen.queryByText('Segredo')).toBeNull()
  })

  test('offers only what its access allows', async () => {
    openPage('/people/7', {
      person: aPerson({ _access: { ...everything, update: false, delete: false, actions: ['erase'] } }),
    })

    expect(await screen.findByRole('button', { name: 'Apagar dados' })).toBeDefined()
    for (const name of [/Promover/, /Escondida/, /Excluir/, /SALVAR/, /^Nome/]) {
      expect(screen.queryByRole('button', { name })).toBeNull()
    }
  })

  test('says that there is no such record, without asking for an id that cannot be one', async () => {
    const { calls } = openPage('/people/1e0')

    expect(await screen.findByText('Registro não encontrado')).toBeDefined()
    expect(calls).toEqual([])
  })

  test('opens the tab of its address, and writes the open one there', async () => {
    openPage('/people/7?tab=situacao')

    expect(await value(/^Status/)).toBeDefined()
    fireEvent.keyDown(screen.getByRole('tab', { name: 'Situação' }), { key: 'ArrowLeft' })

    expect(await value(/^Nome Ana/)).toBeDefined()
    expect(location.search).toBe('?tab=dados')
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Dados' }))
  })
})

describe('editing in place', () => {
  test('counts what differs and sends nothing else, on the version that was read', async () => {
    const { calls, sent } = openPage('/people/7')

    await keep(/^Nome/, 'Ana Souza')
    await keep(/^Idade/, '31')
    await save()

    await screen.findByRole('heading', { level: 1, name: 'Ana Souza' })
    expect(sent()).toEqual([{ method: 'PATCH', url: '/api/people/7', body: { name: 'Ana Souza', age: 31 } }])
    expect(calls.find(({ method }) => method === 'PATCH')?.headers.get('If-Match')).toBe('"3"')
    expect(await screen.findAllByText('Pessoa: alterações salvas.')).not.toHaveLength(0)
    expect(screen.getByText('Nenhuma alteração')).toBeDefined()
  })

  test('Enter keeps the text and gives the focus back to the value', async () => {
    openPage('/people/7')

    await keep(/^Nome/, 'Ana Souza')

    expect(document.activeElement).toBe(await value(/^Nome Ana Souza/))
    expect(screen.getByRole('button', { name: 'SALVAR · 1 alteração' })).toBeDefined()
  })

  test('Escape takes back what was typed since it was opened, and no more', async () => {
    openPage('/people/7')
    await keep(/^Nome/, 'Ana Souza')

    fireEvent.keyDown(await type(/^Nome/, 'Outra'), { key: 'Escape' })

    expect(await value(/^Nome Ana Souza/)).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Desfazer a alteração de Nome' }))
    expect(await value(/^Nome Ana Lima/)).toBeDefined()
    expect(screen.getByText('Nenhuma alteração')).toBeDefined()
  })

  test('the saved value typed again is no change', async () => {
    openPage('/people/7')

    await keep(/^Nome/, 'Ana Souza')
    await keep(/^Nome/, 'Ana Lima')

    expect(screen.getByText('Nenhuma alteração')).toBeDefined()
  })

  test('everything can be undone, and done again', async () => {
    openPage('/people/7')
    await keep(/^Nome/, 'Ana Souza')
    await keep(/^Apelido/, 'Nina')
    expect(status()).toBe('2 alterações não salvas: Nome, Apelido')

    fireEvent.click(screen.getByRole('button', { name: 'Desfazer' }))
    expect(await value(/^Nome Ana Lima/)).toBeDefined()

    fireEvent.click(screen.getByRole('button', { name: 'Refazer' }))
    expect(await value(/^Nome Ana Souza/)).toBeDefined()
  })

  test('a field follows the values it depends on, and one that is gone is not sent', async () => {
    const { sent } = openPage('/people/7', { person: aPerson({ sort: 'company', tradeName: 'Lima' }) })
    await keep(/^Nome fantasia/, 'Lima & Cia')
    expect(screen.queryByRole('button', { name: /^Apelido/ })).toBeNull()

    fireEvent.click(await value(/^Tipo/))
    fireEvent.click(await screen.findByTitle('Física'))
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Nome fantasia/ })).toBeNull())
    expect(await value(/^Apelido/)).toBeDefined()
    await save()

    await waitFor(() => expect(sent()).toMatchObject([{ body: { sort: 'person' } }]))
    expect(sent()[0]?.body).toEqual({ sort: 'person' })
    await screen.findByText('Nenhuma alteração')
    fireEvent.click(screen.getByRole('link', { name: 'Ir embora' }))
    expect(await screen.findByRole('heading', { name: 'Outra página' })).toBeDefined()
  })

  test('a state that asks for its reason opens the field for it, blank', async () => {
    const { sent } = openPage('/people/7?tab=situacao', { person: aPerson({ why: 'Motivo antigo' }) })
    fireEvent.click(await value(/^Status/))
    fireEvent.click(await screen.findByTitle('Bloqueado'))

    const why = await screen.findByRole<HTMLInputElement>('textbox', { name: /^Motivo/ })
    expect(why.value).toBe('')
    // Also the old reason is said anew.
    fireEvent.change(why, { target: { value: 'Motivo antigo' } })
    await save()

    await waitFor(() => expect(sent()[0]?.body).toEqual({ status: 'blocked', why: 'Motivo antigo' }))
  })

  test('a password is always blank, also after it has been saved', async () => {
    const { sent } = openPage('/people/7?tab=login')
    const inputs = () => [
      screen.getByLabelText<HTMLInputElement>(/^Senha/),
      screen.getByLabelText<HTMLInputElement>(/^Confirmação/),
    ]
    await screen.findByLabelText(/^Senha/)

    for (const input of inputs()) fireEvent.change(input, { target: { value: 'uma frase longa' } })
    await save()

    await waitFor(() =>
      expect(sent()[0]?.body).toEqual({ password: 'uma frase longa', passwordConfirmation: 'uma frase longa' }),
    )
    await waitFor(() => expect(inputs().map((input) => input.value)).toEqual(['', '']))
    expect(screen.getByText('Nenhuma alteração')).toBeDefined()
  })

  test('Ctrl+S saves what stands in an open input', async () => {
    const { sent } = openPage('/people/7')
    const input = await type(/^Nome/, 'Ana Souza')

    fireEvent.keyDown(input, { key: 's', ctrlKey: true })

    await waitFor(() => expect(sent()).toMatchObject([{ body: { name: 'Ana Souza' } }]))
  })
})

describe('what an answer says', () => {
  test('errors stand under their fields, and the first has the focus in its own tab', async () => {
    openPage('/people/7?tab=situacao', {
      answer: ({ method }) =>
        method === 'PATCH'
          ? problem(422, 'invalid', { errors: { name: ['Preencha este campo.'], other: ['Coisa solta.'] } })
          : undefined,
    })
    await openTab(/Dados/)
    await keep(/^Nome/, '')
    await openTab(/Situação/)
    await save()

    const input = await screen.findByRole('textbox', { name: /^Nome/ })
    await waitFor(() => expect(document.activeElement).toBe(input))
    const notes = document.getElementById(input.getAttribute('aria-describedby')?.split(' ')[0] ?? '')
    expect(notes?.textContent).toContain('Preencha este campo.')
    await waitFor(() =>
      expect(screen.getByRole('tab', { name: 'Dados (1 campo a corrigir)' }).getAttribute('aria-selected')).toBe(
        'true',
      ),
    )
    expect((await screen.findByText(/Coisa solta/)).closest('[role=alert]')).not.toBeNull()
  })

  test('a save that fails loses nothing, and works the second time', async () => {
    let fails = true
    const { sent } = openPage('/people/7', {
      answer: ({ method }) => {
        if (method !== 'PATCH' || !fails) return undefined
        fails = false
        return Promise.reject(new TypeError('Failed to fetch'))
      },
    })
    await keep(/^Nome/, 'Ana Souza')
    await save()

    expect(await screen.findByText(/Sem conexão/)).toBeDefined()
    expect(await value(/^Nome Ana Souza/)).toBeDefined()
    await save()

    await waitFor(() => expect(sent()).toHaveLength(2))
    await screen.findByText('Nenhuma alteração')
    expect(screen.queryByText(/Sem conexão/)).toBeNull()
  })

  test('warnings stand under their fields and do not stop anything', async () => {
    openPage('/people/7', {
      answer: ({ method }) =>
        method === 'PATCH'
          ? json({ ...aPerson({ name: 'Ana', version: 4 }), _warnings: [{ field: 'name', text: 'Só um nome?' }] })
          : undefined,
    })
    await keep(/^Nome/, 'Ana')
    await save()

    expect(await screen.findByText(/Só um nome/)).toBeDefined()
    expect(screen.getByText('Nenhuma alteração')).toBeDefined()
  })

  test('what cannot be sent at all is told without asking the API', async () => {
    const { sent } = openPage('/people/7')
    const input = await type(/^Idade/, 'trinta')

    fireEvent.keyDown(input, { key: 'Enter' })

    expect(await screen.findByText(/Escreva um número inteiro/)).toBeDefined()
    await save()
    expect(sent()).toEqual([])
  })
})

test('deleting asks by name, deletes the version that was read, and goes back to the list', async () => {
  const { calls } = openPage('/people/7')
  fireEvent.click(await screen.findByRole('button', { name: 'Excluir' }))
  const dialog = await screen.findByRole('dialog', { name: 'Excluir “Ana Lima”?' })

  fireEvent.click(within(dialog).getByRole('button', { name: 'Excluir' }))

  await screen.findByRole('heading', { name: 'Outra página' })
  expect(location.pathname).toBe('/people')
  expect(calls.find(({ method }) => method === 'DELETE')?.headers.get('If-Match')).toBe('"3"')
})

test('a record that others use says so and stays', async () => {
  openPage('/people/7', {
    answer: ({ method }) =>
      method === 'DELETE' ? problem(409, 'conflict', { detail: 'Ainda é usado por outros.' }) : undefined,
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Excluir' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Excluir' }))

  expect(await screen.findByText('Ainda é usado por outros.')).toBeDefined()
  expect(location.pathname).toBe('/people/7')
})
