import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { lazy } from 'react'
import { expect, test } from 'vitest'
import { json, problem } from '../../../test/fakeApi.ts'
import { aContact, everything } from '../../../test/people.ts'
import { openPage } from '../../../test/recordPage.tsx'
import type { WhyProps } from '../extensions.ts'

const button = (name: string) => screen.findByRole('button', { name })
const typeName = async (text: string) =>
  fireEvent.change(await screen.findByRole('textbox', { name: /^Nome/ }), { target: { value: text } })

test('lists the records that point here, a page at a time, in order', async () => {
  const { calls } = openPage('/people/7?tab=contatos')

  await screen.findByText('Contato 1')
  const question = new URL(calls.find(({ url }) => url.startsWith('/api/contacts'))?.url ?? '', 'http://ficha.test')
    .searchParams
  expect(Object.fromEntries(question)).toEqual({ person: '7', _start: '0', _end: '10', _sort: 'name', _order: 'asc' })
})

test('a record is added in place, and belongs here', async () => {
  const { sent } = openPage('/people/7?tab=contatos', {
    answer: ({ method }, path) =>
      method === 'POST' && path === '/api/contacts' ? json({ ...aContact(3), _message: 'Contato salvo.' }) : undefined,
  })
  fireEvent.click(await button('Adicionar contato'))
  await typeName('Bia')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Nome/ }))
  fireEvent.click(await button('Salvar contato'))

  await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Nome/ })).toBeNull())
  expect(sent()).toEqual([{ method: 'POST', url: '/api/contacts', body: { person: 7, name: 'Bia' } }])
  expect(document.activeElement).toBe(await button('Adicionar contato'))
})

test('a record is edited in place on the version that was read, and a refusal keeps what was typed', async () => {
  const { calls, sent } = openPage('/people/7?tab=contatos', {
    contacts: [aContact(1, { version: 5 })],
    answer: ({ method }) =>
      method === 'PATCH' ? problem(422, 'invalid', { errors: { name: ['Curto demais.'] } }) : undefined,
  })
  fireEvent.click(await button('Editar Contato 1'))
  await typeName('B')
  fireEvent.click(await button('Salvar contato'))

  expect(await screen.findByText('Curto demais.')).toBeDefined()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Nome/ }).value).toBe('B')
  expect(sent()[0]?.body).toEqual({ name: 'B' })
  expect(calls.find(({ method }) => method === 'PATCH')?.headers.get('If-Match')).toBe('"5"')
})

test('Escape closes a row that is untouched, and keeps one that is not', async () => {
  openPage('/people/7?tab=contatos')
  fireEvent.click(await button('Editar Contato 1'))
  fireEvent.keyDown(await screen.findByRole('textbox', { name: /^Nome/ }), { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Nome/ })).toBeNull())
  expect(document.activeElement).toBe(await button('Editar Contato 1'))

  fireEvent.click(await button('Editar Contato 1'))
  await typeName('Bia')
  fireEvent.keyDown(screen.getByRole('textbox', { name: /^Nome/ }), { key: 'Escape' })
  expect(screen.getByRole('textbox', { name: /^Nome/ })).toBeDefined()
  expect(await button('Editar Contato 2')).toHaveProperty('disabled', true)
})

test('a record is deleted after a question that names it', async () => {
  const { sent } = openPage('/people/7?tab=contatos')
  fireEvent.click(await button('Excluir Contato 2'))
  const dialog = await screen.findByRole('dialog', { name: 'Excluir “Contato 2”?' })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Excluir' }))

  await waitFor(() => expect(sent()).toMatchObject([{ method: 'DELETE', url: '/api/contacts/2' }]))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('what a row does not allow is not offered', async () => {
  openPage('/people/7?tab=contatos', {
    contacts: [aContact(1, { _access: { ...everything, update: false, delete: false } })],
  })
  await screen.findByText('Contato 1')

  expect(screen.queryByRole('button', { name: /Contato 1/ })).toBeNull()
})

test('records with pages of their own are created there, for this one', async () => {
  openPage('/people/7?tab=filhos')
  expect(await screen.findByText('Nada cadastrado aqui ainda.')).toBeDefined()

  fireEvent.click(await button('Nova filha'))

  await waitFor(() => expect(location.pathname + location.search).toBe('/children/new?person=7'))
})

/** Says what it was asked. */
const Why = lazy(async () => ({ default: ({ asked }: WhyProps) => <p>{JSON.stringify(asked)}</p> }))

test('a refusal in place has a way to its explanation, for a row that is there and for a new one', async () => {
  openPage('/people/7?tab=contatos', {
    Why,
    answer: ({ method }) =>
      method === 'PATCH' ? problem(403, 'forbidden', { action: 'update', subject: 'contact' }) : undefined,
  })
  fireEvent.click(await button('Editar Contato 1'))
  await typeName('Outro')
  fireEvent.click(await button('Salvar contato'))
  fireEvent.click(await button('Por quê?'))
  await screen.findByText('{"action":"update","subject":"contact","id":1}')
  cleanup()

  openPage('/people/7?tab=contatos', {
    Why,
    answer: ({ method }) =>
      method === 'POST' ? problem(403, 'forbidden', { action: 'create', subject: 'contact' }) : undefined,
  })
  fireEvent.click(await button('Adicionar contato'))
  await typeName('Outro')
  fireEvent.click(await button('Salvar contato'))
  fireEvent.click(await button('Por quê?'))
  await screen.findByText('{"action":"create","subject":"contact"}')
})

test('a value of a row that the rules keep from being changed says why', async () => {
  openPage('/people/7?tab=contatos', {
    Why,
    contacts: [aContact(1, { _access: { ...everything, fields: { hidden: [], readonly: ['phone'] } } })],
  })
  fireEvent.click(await button('Editar Contato 1'))
  fireEvent.click(await button('Por que não posso alterar Telefone?'))

  await screen.findByText('{"action":"update","subject":"contact","id":1,"field":"phone"}')
})
