import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { aRecord, brands, customers } from '../../../test/customers.ts'
import { json, problem } from '../../../test/fakeApi.ts'
import { openList, shownRows } from '../../../test/listPage.tsx'
import { queryClient } from '../../providers/queries.ts'

const everything = [{ actions: ['manage'], subject: 'all' }]
const address = () => decodeURIComponent(location.pathname + location.search)
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const chip = async (name: string | RegExp) =>
  within(await screen.findByRole('region', { name: 'Filtros' })).findByRole('button', { name })

describe('conditions', () => {
  test('stand as sentences, records by their names', async () => {
    openList('/customers?status_in=active&status_in=blocked&brand_under=3&fee_gte=10000&city_like=bel')

    expect(await button('Status é Ativo ou Bloqueado')).toBeDefined()
    expect(await button('Marca é Acme › Sul ou abaixo')).toBeDefined()
    expect(await button(/^Mensalidade a partir de R\$.100,00$/)).toBeDefined()
    expect(await button('Cidade contém “bel”')).toBeDefined()
  })

  test('go as they stand in the address', async () => {
    const { asked } = openList('/customers?status_in=active&status_in=blocked&_sort=fee&_order=desc&_start=50&_end=100')
    await shownRows()

    const question = new URL(asked()[0] ?? '', 'http://ficha.test').searchParams
    expect(question.getAll('status_in')).toEqual(['active', 'blocked'])
    expect(Object.fromEntries(question)).toMatchObject({ _sort: 'fee', _order: 'desc', _start: '50', _end: '100' })
  })

  test('are taken away one by one, or all at once', async () => {
    openList('/customers?status=active&city_like=bel&fee_null=true')

    fireEvent.click(await button('Remover o filtro: Status é Ativo'))
    await waitFor(() => expect(address()).toBe('/customers?city_like=bel&fee_null=true'))

    fireEvent.click(await button('Limpar tudo'))
    await waitFor(() => expect(address()).toBe('/customers'))
  })

  test('are chosen in the control of their kind, and Back undoes them as one step', async () => {
    openList('/customers')
    fireEvent.click(await chip('Status'))
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Ativo' }))
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Bloqueado' }))
    await waitFor(() => expect(address()).toBe('/customers?status_in=active&status_in=blocked'))

    history.back()

    await waitFor(() => expect(address()).toBe('/customers'))
    expect(await chip('Status')).toBeDefined()
  })

  test('on personal data leave the address and still hold', async () => {
    const { asked } = openList('/customers?name_like=jo')

    expect(await button('Nome contém “jo”')).toBeDefined()
    await waitFor(() => expect(address()).toBe('/customers'))
    expect(asked().every((question) => question.includes('name_like=jo'))).toBe(true)
  })

  test('that nobody understands are shown, not asked, and can be removed', async () => {
    const { asked } = openList('/customers?nmae_like=jo&status=asleep')
    await shownRows()
    expect(screen.getByText('Filtro desconhecido: nmae_like=jo')).toBeDefined()
    expect(screen.getByText('Filtro desconhecido: status=asleep')).toBeDefined()
    expect(asked().join()).not.toMatch(/nmae|asleep/)

    fireEvent.click(await button('Tirar do endereço o filtro desconhecido nmae_like=jo'))

    await waitFor(() => expect(address()).toBe('/customers?status=asleep'))
  })
})

describe('the search', () => {
  test('asks once after the last key, announces what it found, and is never in the address', async () => {
    const { asked } = openList('/customers', {
      list: ({ searchParams }) => {
        const rows = searchParams.has('q') ? [aRecord(7)] : [aRecord(1), aRecord(2)]
        return json(rows, { 'X-Total-Count': String(rows.length) })
      },
    })
    const box = await screen.findByRole('searchbox', { name: 'Procurar em Clientes' })
    for (const text of ['j', 'jo', 'joão']) fireEvent.change(box, { target: { value: text } })

    await waitFor(async () => expect(await shownRows()).toEqual(['Registro 7']))
    expect(asked().filter((question) => question.includes('q='))).toHaveLength(1)
    expect(screen.getByText('1 resultado.').closest('[role="status"]')).not.toBeNull()
    expect(address()).toBe('/customers')
  })

  test('is there again when one comes back from a record, and the focus is on its row', async () => {
    const { asked } = openList('/customers')
    const box = await screen.findByRole('searchbox')
    fireEvent.change(box, { target: { value: 'joão' } })
    await waitFor(() => expect(asked().at(-1)).toContain('q=joão'))
    fireEvent.click(await screen.findByRole('link', { name: 'Registro 2' }))
    await screen.findByRole('heading', { level: 1, name: 'Outra página' })

    history.back()

    await waitFor(() => expect(document.activeElement?.textContent).toBe('Registro 2'))
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('joão')
  })
})

test('rows that cannot be fetched anew stay, and say so', async () => {
  let fails = false
  openList('/customers', { list: () => (fails ? problem(500, 'unexpected') : json([aRecord(1)])) })
  await shownRows()
  fails = true

  await act(() => queryClient.invalidateQueries())

  expect(await screen.findByText(/Estas linhas são de antes/)).toBeDefined()
  expect(await shownRows()).toEqual(['Registro 1'])
})

test('rows that may not be read any more do not stay', async () => {
  let refused = false
  openList('/customers', { list: () => (refused ? problem(403, 'forbidden') : json([aRecord(1)])) })
  await shownRows()
  refused = true

  await act(() => queryClient.invalidateQueries())

  expect(await screen.findByText('forbidden, in words')).toBeDefined()
  expect(screen.queryByText('Registro 1')).toBeNull()
})

test('what one person searched for is not there for the next', async () => {
  openList('/customers', { entry: { person: 99, list: { q: 'segredo', filters: [], trail: [] } } })
  expect((await screen.findByRole<HTMLInputElement>('searchbox')).value).toBe('')
})

describe('what is offered', () => {
  const mixed = [
    aRecord(1),
    aRecord(2, { _access: { update: false, delete: false, actions: [], fields: { hidden: [], readonly: [] } } }),
  ]

  const offers = async (row: string) => {
    fireEvent.click(await button(`Ações de ${row}`))
    const menu = await screen.findByRole('menu')
    return within(menu)
      .getAllByRole('menuitem')
      .map((entry) => entry.textContent)
  }

  test('depends on the record', async () => {
    openList('/customers', { rows: mixed })
    expect(await offers('Registro 1')).toEqual(['Abrir', 'Abrir em nova guia', 'Copiar link', 'Excluir'])
  })

  test('leaves out what this record does not allow', async () => {
    openList('/customers', { rows: mixed })
    expect(await offers('Registro 2')).toEqual(['Abrir', 'Abrir em nova guia', 'Copiar link'])
  })

  test('has the button to create only for who may', async () => {
    openList('/customers', { rules: [{ actions: ['read'], subject: 'all' }] })
    await shownRows()
    expect(screen.queryByRole('link', { name: 'Novo cliente' })).toBeNull()
  })

  test('a deletion names the version that was read', async () => {
    const { calls } = openList('/customers', { rows: [aRecord(1, { version: 8 })] })
    fireEvent.click(await button('Ações de Registro 1'))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Excluir' }))
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Excluir' }))

    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'DELETE')).toMatchObject({ url: '/api/customers/1' }),
    )
    expect(calls.find(({ method }) => method === 'DELETE')?.headers.get('If-Match')).toBe('"8"')
  })
})

describe('rows chosen together', () => {
  const migrate = { name: 'migrate', label: 'Migrar', on: ['bulk' as const], fields: [] }
  const resources = [{ ...customers, actions: [migrate] }, brands]
  const allowing = (id: number, actions: string[]) =>
    aRecord(id, { _access: { update: true, delete: true, actions, fields: { hidden: [], readonly: [] } } })

  test('need an action that takes several', async () => {
    openList('/customers')
    await shownRows()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  test('need a person who may run it', async () => {
    openList('/customers', { resources, rules: [{ actions: ['read'], subject: 'all' }] })
    await shownRows()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  test('say how many of them do not allow it', async () => {
    openList('/customers', { resources, rules: everything, rows: [allowing(1, ['migrate']), allowing(2, [])] })
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Selecionar Registro 1' }))
    expect(screen.getByText('1 selecionado')).toBeDefined()
    expect(await button('Migrar')).toBeDefined()

    fireEvent.click(screen.getByRole('checkbox', { name: 'Selecionar todos desta página' }))

    expect(screen.getByText('2 selecionados')).toBeDefined()
    fireEvent.click(await button('Migrar: não permitido para 1'))
    const why = within(await screen.findByRole('dialog', { name: 'Migrar: não permitido para 1' }))
    expect(why.getByRole('listitem').textContent).toBe('Registro 2')
    fireEvent.click(why.getByRole('button', { name: 'Tirar este da seleção' }))
    expect(screen.getByText('1 selecionado')).toBeDefined()
    expect(document.activeElement).toBe(await button('Migrar'))
  })
})

describe('states', () => {
  test('an empty list says how to begin', async () => {
    openList('/customers', { rows: [] })
    expect(await screen.findByText('Nada por aqui ainda')).toBeDefined()
    expect(screen.getAllByRole('link', { name: 'Novo cliente' })).toHaveLength(2)
  })

  test('where nothing matches, one click takes the conditions away', async () => {
    openList('/customers?status=active', { rows: [] })
    fireEvent.click(await button('Limpar busca e filtros'))
    await waitFor(() => expect(address()).toBe('/customers'))
  })

  test('a page past the end leads to the first', async () => {
    openList('/customers?_start=500&_end=525', { list: () => json([], { 'X-Total-Count': '3' }) })
    fireEvent.click(await button('Ir para a primeira página'))
    await waitFor(() => expect(address()).toBe('/customers'))
  })

  test('what failed says why and tries again', async () => {
    let fails = true
    openList('/customers', {
      list: () => (fails ? problem(500, 'unexpected') : json([aRecord(1)], { 'X-Total-Count': '1' })),
    })
    expect(await screen.findByText('unexpected, in words')).toBeDefined()
    fails = false
    fireEvent.click(await button('Tentar de novo'))
    expect(await shownRows()).toEqual(['Registro 1'])
  })

  test('the total says when it is not the whole truth', async () => {
    openList('/customers', { list: () => json([aRecord(1)], { 'X-Total-Count': '10000', 'X-Total-Capped': 'true' }) })
    expect(await screen.findByText('· 10.000+')).toBeDefined()
  })

  test('rows of one resource never show under another', async () => {
    openList('/customers', { list: ({ pathname }) => (pathname.endsWith('brands') ? json([]) : json([aRecord(1)])) })
    await shownRows()

    act(() => {
      history.pushState(null, '', '/brands')
      dispatchEvent(new PopStateEvent('popstate'))
    })

    await screen.findByRole('heading', { level: 1, name: /Marcas/ })
    expect(screen.queryByText('Registro 1')).toBeNull()
  })
})
