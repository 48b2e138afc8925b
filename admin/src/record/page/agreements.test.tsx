import type { FieldMeta, ResourceMeta } from '@ficha/api/contract'
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { aPerson, everything, people } from '../../../test/people.ts'
import { keep, openPage, openTab, save, type, value } from '../../../test/recordPage.tsx'

const field = (name: string, kind: FieldMeta['kind'], label: string, more: Partial<FieldMeta> = {}): FieldMeta => ({
  name,
  kind,
  label,
  operators: [],
  format: {},
  ...more,
})

const extra = [
  field('rg', 'text', 'RG', {
    together: ['issuer'],
    format: { pattern: { source: '[0-9-]+', error: 'invalid.rg' } },
  }),
  field('issuer', 'text', 'Órgão', { together: ['rg'], format: { case: 'upper' } }),
  field('phone', 'text', 'Telefone', { anyOf: ['phone', 'mail'] }),
  field('mail', 'text', 'Correio', { anyOf: ['phone', 'mail'] }),
  field('starts', 'date', 'Começo'),
  field('ends', 'date', 'Fim', { format: { after: 'starts' }, requiredWhen: { sort: 'company' } }),
  field('valid', 'date', 'Validade', { format: { expects: { earliest: 'today' } } }),
  field('full', 'text', 'Por extenso', { format: { expects: { minWords: 2, when: { sort: 'person' } } } }),
]

const resource: ResourceMeta = {
  ...people,
  fields: [...people.fields, ...extra],
  tabs: [
    { name: 'dados', title: 'Dados', sections: [{ fields: ['name', 'sort', ...extra.map(({ name }) => name)] }] },
    {
      name: 'empresa',
      title: 'Empresa',
      sections: [{ fields: ['tradeName'] }],
      visibleWhen: { sort: 'company' },
    },
    {
      name: 'papeis',
      title: 'Papéis',
      sections: [{ fields: ['nickname'] }],
      related: { resource: 'contact', via: 'person', columns: ['name'], inline: true },
    },
  ],
}

const blank = Object.fromEntries(extra.map(({ name }) => [name, null]))

function open(values: Record<string, unknown> = {}) {
  return openPage('/people/7', { resource, person: aPerson({ ...blank, phone: '1', ...values }) })
}

describe('fields that go together', () => {
  test('open by themselves when one of them is written, and a save waits for them', async () => {
    const { sent } = open()
    expect(screen.queryByRole('textbox', { name: /Órgão/ })).toBeNull()

    await keep(/^RG/, '123')

    const issuer = await screen.findByRole('textbox', { name: /Órgão.*obrigatório/ })
    await save()
    expect(await screen.findByText(/^Preencha também este campo/)).toBeDefined()
    expect(sent()).toEqual([])

    fireEvent.change(issuer, { target: { value: 'ssp' } })
    fireEvent.blur(issuer)
    await save()
    await screen.findAllByText('Pessoa: alterações salvas.')
    expect(sent()).toMatchObject([{ body: { rg: '123', issuer: 'SSP' } }])
  })

  test('stand as text while all of them are there', async () => {
    open({ rg: '123', issuer: 'SSP' })
    expect(await value(/^RG/)).toBeDefined()
    expect(await value(/^Órgão/)).toBeDefined()
  })
})

test('a text that is not of its pattern says so when it is left, and is not sent', async () => {
  const { sent } = open()
  const input = await type(/^RG/, '12,3')
  fireEvent.blur(input)
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Use só letras sem acento/)
  await save()
  expect(sent()).toEqual([])
})

test('of several ways to be reached one is asked for before anything is sent', async () => {
  const { sent } = open()
  await keep(/^Telefone/, '')
  await save()
  expect(await screen.findByText('Preencha ao menos um destes: Telefone, Correio.')).toBeDefined()
  expect(sent()).toEqual([])

  await keep(/^Correio/, 'a')
  await save()
  await screen.findAllByText('Pessoa: alterações salvas.')
  expect(sent()).toMatchObject([{ body: { phone: null, mail: 'a' } }])
})

describe('dates in their order', () => {
  test('say at once that they are not', async () => {
    const { sent } = open({ starts: '2026-02-01', ends: '2026-03-01' })
    await keep(/^Começo/, '01/04/2026')
    expect(await screen.findByText('Esta data precisa ser depois da de “Começo”.')).toBeDefined()
    await save()
    expect(sent()).toEqual([])
  })

  test('are the business of the API where one of them is hidden', async () => {
    const access = { ...everything, fields: { hidden: ['starts'], readonly: [] } }
    const { sent } = open({ starts: undefined, ends: '2026-03-01', _access: access })
    await keep(/^Fim/, '01/01/2020')
    await save()
    await screen.findAllByText('Pessoa: alterações salvas.')
    expect(sent()).toMatchObject([{ body: { ends: '2020-01-01' } }])
  })
})

test('what is demanded in one state only is marked and open as soon as the record is in it', async () => {
  open()
  fireEvent.click(await value(/^Tipo/))
  fireEvent.mouseDown(await screen.findByRole('combobox', { name: /Tipo/ }))
  fireEvent.click(await screen.findByRole('option', { name: 'Jurídica' }))
  expect(await screen.findByRole('textbox', { name: /Fim.*obrigatório/ })).toBeDefined()
})

test('what is odd is told while it is still typed over, and saved all the same', async () => {
  const { sent } = open()
  await keep(/^Por extenso/, 'Ana')
  expect(await screen.findByText(/^Este nome tem menos de 2 palavras/)).toBeDefined()
  await keep(/^Validade/, '01/01/2020')
  expect(await screen.findByText('Esta data já passou. Confira-a.')).toBeDefined()
  await save()
  await screen.findAllByText('Pessoa: alterações salvas.')
  expect(sent()).toMatchObject([{ body: { full: 'Ana', valid: '2020-01-01' } }])
})

describe('a tab', () => {
  test('is there only while the record is of its sort', async () => {
    open()
    await value(/^Nome/)
    expect(screen.queryByRole('tab', { name: 'Empresa' })).toBeNull()
    fireEvent.click(await value(/^Tipo/))
    fireEvent.mouseDown(await screen.findByRole('combobox', { name: /Tipo/ }))
    fireEvent.click(await screen.findByRole('option', { name: 'Jurídica' }))
    expect(await screen.findByRole('tab', { name: 'Empresa' })).toBeDefined()
  })

  test('holds fields, and related records under them', async () => {
    open()
    await openTab(/Papéis/)
    const part = within(await screen.findByRole('tabpanel', { name: /Papéis/ }))
    expect(await part.findByRole('button', { name: /^Apelido/ })).toBeDefined()
    const related = within(await part.findByRole('region', { name: 'Contatos' }))
    expect(await related.findByText('Contato 1')).toBeDefined()
  })
})
