import type { FieldMeta } from '@ficha/api/contract'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { aRecord, customers } from '../../../test/customers.ts'
import { openList, shownRows } from '../../../test/listPage.tsx'

const id: FieldMeta = {
  name: 'id',
  kind: 'integer',
  label: 'Número',
  operators: ['eq'],
  sortable: true,
  format: {},
}
const withIds = { ...customers, fields: [...customers.fields, id] }

/** Reads some fields, may fill in all when creating. */
const reading = (...fields: string[]) => [
  { actions: ['read'], subject: 'customer', fields: [...fields, 'id'] },
  { actions: ['create'], subject: 'customer' },
]

describe('a field that may be filled in but never read', () => {
  test('is no column, no filter and no order', async () => {
    const { asked } = openList('/customers?fee_gte=100&_sort=fee', {
      resources: [withIds],
      rules: reading('name', 'city'),
    })
    await shownRows()

    const question = new URL(asked()[0] ?? '', 'http://ficha.test').searchParams
    expect(Object.fromEntries(question)).toMatchObject({ _fields: 'name', _sort: 'name' })
    expect(question.has('fee_gte')).toBe(false)
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Nome'])
    expect(screen.getByText(/fee_gte=100/)).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Colunas' }))
    const choices = await screen.findByRole('dialog', { name: 'Colunas' })
    expect(within(choices).queryByRole('checkbox', { name: 'Mensalidade' })).toBeNull()
    expect(within(choices).getByRole('checkbox', { name: 'Cidade' })).toBeDefined()
  })

  test('gives records no name: they go by their numbers, in that order', async () => {
    const rows = [aRecord(7, { name: undefined, city: 'Belém' })]
    const { asked } = openList('/customers', { resources: [withIds], rules: reading('city'), rows })

    expect(await shownRows()).toEqual(['#7'])
    expect(screen.getByRole('link', { name: '#7' })).toBeDefined()
    expect(asked()[0]).toContain('_sort=id')
    expect(asked()[0]).toContain('_fields=id')
  })
})

test('what may not be read of one record is another thing than nothing', async () => {
  const closed = { ...aRecord(2)._access, fields: { hidden: ['brand'], readonly: [] } }
  openList('/customers', {
    rows: [aRecord(1, { brand: null }), aRecord(2, { _access: closed })],
  })
  await shownRows()

  const [, first, second] = screen.getAllByRole('row')
  expect(within(first as HTMLElement).queryByText('sem acesso')).toBeNull()
  expect(within(second as HTMLElement).getByText('sem acesso')).toBeDefined()
})

describe('an action on the whole resource', () => {
  const actions = [{ name: 'close', label: 'Encerrar o mês', on: ['resource' as const], fields: [] }]

  test('stands beside the button to create, for who may run it', async () => {
    const { calls } = openList('/customers', { resources: [{ ...customers, actions }] })
    await shownRows()

    fireEvent.click(screen.getByRole('button', { name: 'Encerrar o mês' }))
    const dialog = await screen.findByRole('dialog', { name: 'Encerrar o mês' })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Encerrar o mês' }))

    const asked = () => calls.map(({ method, url }) => `${method} ${url}`)
    await waitFor(() => expect(asked()).toContain('POST /api/customers/actions/close'))
  })

  test('is not there for others', async () => {
    const rules = [{ actions: ['read'], subject: 'customer' }]
    openList('/customers', { resources: [{ ...customers, actions }], rules })
    await shownRows()

    expect(screen.queryByRole('button', { name: 'Encerrar o mês' })).toBeNull()
  })
})
