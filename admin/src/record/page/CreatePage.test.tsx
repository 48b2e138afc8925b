import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { json, problem } from '../../../test/fakeApi.ts'
import { aContact, aPerson } from '../../../test/people.ts'
import { openPage, save } from '../../../test/recordPage.tsx'

const fill = async (label: RegExp, text: string) =>
  fireEvent.change(await screen.findByRole('textbox', { name: label }), { target: { value: text } })

test('a new record starts from its defaults, is sent with what is filled in, and opens', async () => {
  const { sent } = openPage('/people/new')
  await fill(/^Nome/, 'Ana Lima')
  await fill(/^Fixado/, 'para sempre')
  expect(screen.queryByText('Código')).toBeNull()
  await save()

  await screen.findByRole('heading', { level: 1, name: 'Ana Lima' })
  expect(location.pathname).toBe('/people/7')
  expect(sent()[0]).toEqual({
    method: 'POST',
    url: '/api/people',
    body: { name: 'Ana Lima', fixed: 'para sempre', sort: 'person', status: 'active' },
  })
  expect(await screen.findAllByText('Pessoa: cadastro salvo.')).not.toHaveLength(0)
})

test('a refusal stands under its field with the focus, and nothing typed is lost', async () => {
  openPage('/people/new', {
    answer: ({ method }) =>
      method === 'POST' ? problem(422, 'invalid', { errors: { name: ['Preencha este campo.'] } }) : undefined,
  })
  await fill(/^Apelido/, 'Nina')
  await save()

  expect(await screen.findByText('Preencha este campo.')).toBeDefined()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Nome/ })))
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Apelido/ }).value).toBe('Nina')
})

test('what is odd about a new record stands on its page', async () => {
  openPage('/people/new', {
    answer: ({ method }) =>
      method === 'POST' ? json({ ...aPerson(), _warnings: [{ field: 'name', text: 'Só um nome?' }] }) : undefined,
  })
  await fill(/^Nome/, 'Ana')
  await save()

  await screen.findByRole('heading', { level: 1, name: 'Ana Lima' })
  expect(screen.getByText(/Só um nome/)).toBeDefined()
})

test('another one can be added at once, from an empty form', async () => {
  const { sent } = openPage('/people/new')
  await fill(/^Nome/, 'Ana Lima')
  fireEvent.click(screen.getByRole('button', { name: 'Salvar e cadastrar outro' }))

  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Nome/ }).value).toBe(''))
  expect(sent()).toHaveLength(1)
  expect(location.pathname).toBe('/people/new')
})

test('the address fills in the record it belongs to, and nothing else', async () => {
  const { sent } = openPage('/contacts/new?person=7&phone=123', {
    answer: ({ method }, path) => (method === 'POST' && path === '/api/contacts' ? json(aContact(9)) : undefined),
  })
  await fill(/^Nome/, 'Bia')
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Telefone/ }).value).toBe('')
  await save()

  await waitFor(() => expect(sent()[0]?.body).toEqual({ person: 7, name: 'Bia' }))
})

test('a record that does not exist is not filled in', async () => {
  const { sent } = openPage('/contacts/new?person=99', {
    answer: ({ method }, path) => {
      if (path === '/api/people/lookup') return json([], { 'X-Total-Count': '0' })
      return method === 'POST' ? json(aContact(9)) : undefined
    },
  })
  await fill(/^Nome/, 'Bia')
  await save()

  await waitFor(() => expect(sent()[0]?.body).toEqual({ name: 'Bia' }))
})
