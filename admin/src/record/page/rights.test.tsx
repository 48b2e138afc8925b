import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { aMe, json, problem } from '../../../test/fakeApi.ts'
import { aContact, aPerson, everything } from '../../../test/people.ts'
import { keep, openPage, openTab, save, type, value } from '../../../test/recordPage.tsx'
import { queryClient } from '../../providers/queries.ts'
import { beginSession } from '../../providers/session.ts'

const readAll = { actions: ['read'], subject: 'all' }

describe('a field', () => {
  test('that no rule lets one change is text, also where the record allows changes', async () => {
    openPage('/people/7', {
      rules: [readAll, { actions: ['update'], subject: 'person', fields: ['name'], conditional: true }],
    })

    expect(await value(/^Nome/)).toBeDefined()
    expect(screen.queryByRole('button', { name: /^E-mail/ })).toBeNull()
    expect(screen.getByText('ana@example.com')).toBeDefined()
  })

  test('that is a secret is not there for who may not set it, nor is its tab', async () => {
    const access = { ...everything, fields: { hidden: [], readonly: ['password'] } }
    openPage('/people/7', { person: aPerson({ _access: access }) })

    expect(await screen.findByRole('tab', { name: 'Dados' })).toBeDefined()
    expect(screen.queryByRole('tab', { name: 'Login' })).toBeNull()
  })

  test('stays in sight when what decides over it is hidden', async () => {
    const { sort: _, ...person } = aPerson({ _access: { ...everything, fields: { hidden: ['sort'], readonly: [] } } })
    openPage('/people/7', { person: { ...person, sort: undefined as never } })

    expect(await value(/^Apelido/)).toBeDefined()
    expect(await value(/^Nome fantasia/)).toBeDefined()
  })
})

describe('rights that change under an open page', () => {
  test('close its fields and buttons, and what was typed is neither sent nor shown as saved', async () => {
    let access = everything
    openPage('/people/7', {
      answer: (call, path) =>
        path === '/api/people/7' && call.method === 'GET' ? json(aPerson({ _access: access })) : undefined,
    })
    await keep(/^Nome/, 'Outra')
    access = { ...everything, delete: false, fields: { hidden: [], readonly: ['name'] } }

    await act(() => queryClient.invalidateQueries())

    await waitFor(() => expect(screen.queryByRole('button', { name: /^Nome/ })).toBeNull())
    expect(screen.queryByText('Outra')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Excluir' })).toBeNull()
    expect(await value(/^E-mail/)).toBeDefined()
  })

  test.each([403, 404])('take the record away when it may not be seen any more (%i)', async (status) => {
    let isSeen = true
    openPage('/people/7', {
      answer: (_, path) => (path === '/api/people/7' && !isSeen ? problem(status, 'refused') : undefined),
    })
    await type(/^Nome/, 'Outra')
    isSeen = false

    await act(() => queryClient.invalidateQueries())

    await waitFor(() => expect(document.body.textContent).not.toContain('Ana Lima'))
    expect(screen.queryByDisplayValue('Outra')).toBeNull()
  })

  test('close a page at once, before anything is asked again', async () => {
    openPage('/people/7')
    await value(/^Nome/)

    act(() => beginSession(aMe({ version: '2', rules: [readAll] })))

    expect(screen.queryByRole('button', { name: /^Nome/ })).toBeNull()
    expect(screen.getAllByText('Ana Lima').length).toBeGreaterThan(0)
  })
})

test('a save that takes the record out of sight says so and goes back to the list', async () => {
  openPage('/people/7', {
    answer: ({ method }, path) => (method === 'PATCH' && path === '/api/people/7' ? json({ id: 7 }) : undefined),
  })
  await keep(/^Nome/, 'Outra')

  await save()

  await screen.findByRole('heading', { name: 'Outra página' })
  expect(location.pathname).toBe('/people')
  expect(screen.getAllByText(/não tem permissão para ver/).length).toBeGreaterThan(0)
})

test('a refused save says why, and by which rule', async () => {
  openPage('/people/7', {
    answer: ({ method }) =>
      method === 'PATCH'
        ? problem(403, 'forbidden', { detail: 'Não permitido: só o gerente muda nomes', rule: 'r_17' })
        : undefined,
  })
  await keep(/^Nome/, 'Outra')

  await save()

  expect((await screen.findByRole('alert')).textContent).toContain('só o gerente muda nomes (regra r_17)')
})

describe('a new record', () => {
  const creating = (...fields: string[]) => [readAll, { actions: ['create'], subject: 'person', fields }]

  test('has the fields that its author may fill in, and no other', async () => {
    const { sent } = openPage('/people/new', { rules: creating('name', 'email', 'code') })

    fireEvent.change(await screen.findByRole('textbox', { name: /^Nome/ }), { target: { value: 'Bia' } })
    expect(screen.getAllByRole('textbox').map((input) => input.id.replace(/^.*«.*»/, ''))).toHaveLength(2)
    await save()

    await waitFor(() => expect(sent()).toEqual([{ method: 'POST', url: '/api/people', body: { name: 'Bia' } }]))
  })

  test('names what it needs and its author may not fill in', async () => {
    openPage('/people/new', {
      rules: creating('name'),
      answer: ({ method }) =>
        method === 'POST' ? problem(422, 'invalid', { errors: { sort: ['Preencha este campo.'] } }) : undefined,
    })
    fireEvent.change(await screen.findByRole('textbox', { name: /^Nome/ }), { target: { value: 'Bia' } })

    await save()

    expect((await screen.findByRole('alert')).textContent).toContain('Tipo: Preencha este campo.')
  })

  test('that its author may not see is told, and the list opens', async () => {
    openPage('/people/new', { answer: ({ method }) => (method === 'POST' ? json({ id: 9 }) : undefined) })
    fireEvent.change(await screen.findByRole('textbox', { name: /^Nome/ }), { target: { value: 'Bia' } })

    await save()

    await screen.findByRole('heading', { name: 'Outra página' })
    expect(location.pathname).toBe('/people')
    expect(screen.getAllByText(/foi criado, mas você não tem permissão/).length).toBeGreaterThan(0)
  })
})

describe('records that belong to another', () => {
  test('can be added where their place can be filled in', async () => {
    openPage('/people/7?tab=contatos', {
      rules: [readAll, { actions: ['create'], subject: 'contact', fields: ['name'] }],
    })
    await screen.findByText('Contato 1')

    expect(screen.queryByRole('button', { name: /^Adicionar contato/ })).toBeNull()
  })

  test('have no tab where one may not ask whose they are', async () => {
    openPage('/people/7', {
      rules: [
        { actions: ['read'], subject: 'person' },
        { actions: ['read'], subject: 'contact', fields: ['name'] },
      ],
    })

    expect(await screen.findByRole('tab', { name: 'Dados' })).toBeDefined()
    expect(screen.queryByRole('tab', { name: /^Contatos/ })).toBeNull()
  })

  test('say of each what may not be read', async () => {
    const access = { ...everything, fields: { hidden: ['phone'], readonly: [] } }
    openPage('/people/7', { contacts: [aContact(1), aContact(2, { _access: access })] })

    await openTab(/^Contatos/)

    expect(await screen.findAllByText('sem acesso')).toHaveLength(1)
  })
})
