import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/customers.ts'
import { json } from '../../../test/fakeApi.ts'
import { openList, shownRows } from '../../../test/listPage.tsx'

const address = () => decodeURIComponent(location.pathname + location.search)
const head = (name: RegExp) => screen.findByRole('columnheader', { name })
const sortBy = async (name: string, shiftKey = false) =>
  fireEvent.click(within(await head(new RegExp(`^${name}`))).getByRole('button'), { shiftKey })

describe('columns', () => {
  test('the title is the first, and only what is shown is asked for', async () => {
    const { asked } = openList('/customers')
    await shownRows()
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual([
      'Nome',
      'Status',
      'Marca',
      'Mensalidade',
      'Criado em',
    ])
    expect(asked()[0]).toContain('_fields=name,status,brand,fee,createdAt')
  })

  test('are chosen and moved, and this browser keeps them', async () => {
    const { asked } = openList('/customers')
    fireEvent.click(await screen.findByRole('button', { name: 'Colunas' }))
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Mensalidade' }))
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Cidade' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Mover Cidade para cima' }))

    await waitFor(() => expect(asked().at(-1)).toContain('_fields=name,status,brand,city,createdAt'))
    expect(JSON.parse(localStorage.getItem('ficha.device.columns.customer') ?? '')).toEqual([
      'name',
      'status',
      'brand',
      'city',
      'createdAt',
    ])

    fireEvent.click(await screen.findByRole('button', { name: 'Voltar ao padrão' }))
    expect(await head(/Mensalidade/)).toBeDefined()
    expect(localStorage.getItem('ficha.device.columns.customer')).toBeNull()
  })
})

test('a column is made wider without dragging, and goes back', async () => {
  openList('/customers')
  fireEvent.click(await screen.findByRole('button', { name: 'Colunas' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Alargar Mensalidade' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Alargar Mensalidade' }))
  expect(JSON.parse(localStorage.getItem('ficha.device.widths.customer') ?? '')).toEqual({ fee: 200 })

  fireEvent.click(await screen.findByRole('button', { name: 'Voltar ao padrão' }))
  expect(localStorage.getItem('ficha.device.widths.customer')).toBeNull()
})

describe('sorting', () => {
  test('a click sorts, the next one turns it round, the third goes back to the order of the resource', async () => {
    openList('/customers')
    expect((await head(/^Nome/)).getAttribute('aria-sort')).toBe('ascending')

    await sortBy('Mensalidade')
    await waitFor(() => expect(address()).toBe('/customers?_sort=fee&_order=asc'))
    expect((await head(/^Mensalidade/)).getAttribute('aria-sort')).toBe('ascending')
    expect((await head(/^Nome/)).getAttribute('aria-sort')).toBeNull()

    await sortBy('Mensalidade')
    await waitFor(() => expect(address()).toBe('/customers?_sort=fee&_order=desc'))

    await sortBy('Mensalidade')
    await waitFor(() => expect(address()).toBe('/customers'))
  })

  test('a click with Shift adds a column', async () => {
    openList('/customers')
    await sortBy('Status', true)
    await waitFor(() => expect(address()).toBe('/customers?_sort=name,status&_order=asc,asc'))
    const added = await head(/^Status/)
    expect(added.getAttribute('aria-sort')).toBe('ascending')
    expect(added.textContent).toContain('2ª ordem')
  })
})

describe('pages', () => {
  const pages = (address: URL) => {
    const start = Number(address.searchParams.get('_start'))
    return json([aRecord(start + 1)], { 'X-Total-Count': '60' })
  }

  test('go by number, and a change of the question begins at the first', async () => {
    openList('/customers', { list: pages })
    fireEvent.click(await screen.findByRole('button', { name: 'Página 3' }))
    await waitFor(() => expect(address()).toBe('/customers?_start=50&_end=75'))
    await waitFor(async () => expect(await shownRows()).toEqual(['Registro 51']))

    await sortBy('Status')
    await waitFor(() => expect(address()).toBe('/customers?_sort=status&_order=asc'))
  })

  test('a longer page starts over', async () => {
    openList('/customers?_start=50&_end=75', { list: pages })
    fireEvent.change(await screen.findByRole('combobox', { name: 'Linhas por página' }), { target: { value: '100' } })
    await waitFor(() => expect(address()).toBe('/customers?_start=0&_end=100'))
  })

  test('past the deepest page a cursor walks on, outside the address', async () => {
    const { asked } = openList('/customers?_start=9975&_end=10000', {
      list: ({ searchParams }) => {
        const first = searchParams.get('_after') === 'sealed' ? 10_001 : 9_976
        const rows = Array.from({ length: 25 }, (_, at) => aRecord(first + at))
        return json(rows, { 'X-Total-Count': '10000', 'X-Total-Capped': 'true', 'X-Next-Cursor': 'sealed' })
      },
    })
    await screen.findByText('Registro 9976')

    fireEvent.click(await screen.findByRole('button', { name: 'Próxima página' }))

    await screen.findByText('Registro 10001')
    expect(asked().at(-1)).toContain('_after=sealed')
    expect(address()).not.toContain('sealed')
    fireEvent.click(await screen.findByRole('button', { name: 'Página anterior' }))
    await screen.findByText('Registro 9976')
  })
})

describe('keys', () => {
  const press = (key: string, target: Element = document.activeElement ?? document.body) =>
    fireEvent.keyDown(target, { key })

  test('move from row to row and open the menu', async () => {
    openList('/customers')
    await shownRows()
    press('j')
    expect(document.activeElement?.textContent).toBe('Registro 1')
    press('ArrowDown')
    press('j')
    press('j')
    expect(document.activeElement?.textContent).toBe('Registro 3')
    press('k')
    expect(document.activeElement?.textContent).toBe('Registro 2')
    press('Home')
    expect(document.activeElement?.textContent).toBe('Registro 1')
    press('.')
    expect(await screen.findByRole('menu')).toBeDefined()
  })

  test('do nothing where one types', async () => {
    openList('/customers')
    await shownRows()
    press('/')
    const box = screen.getByRole('searchbox')
    expect(document.activeElement).toBe(box)

    for (const key of ['n', 'j', '?', '.']) press(key, box)

    expect(document.activeElement).toBe(box)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(address()).toBe('/customers')
  })

  test('create, where one may', async () => {
    openList('/customers')
    await shownRows()
    press('n')
    await waitFor(() => expect(address()).toBe('/customers/new'))
  })

  test('of one character can be turned off', async () => {
    openList('/customers')
    await shownRows()
    press('?')
    fireEvent.click(await screen.findByRole('switch', { name: 'Atalhos de uma tecla só' }))

    press('n', document.body)

    expect(address()).toBe('/customers')
    fireEvent.click(screen.getByRole('switch', { name: 'Atalhos de uma tecla só' }))
  })
})

describe('a tree', () => {
  const leaf = (id: number, name: string, parent?: number) =>
    aRecord(id, { name, parent: parent ? { id: parent, title: '' } : null })
  const rows = [leaf(1, 'Acme'), leaf(3, 'Sul', 1), leaf(2, 'Guardião')]

  test('is drawn as one, and closes and opens by button and by arrows', async () => {
    openList('/brands', { rows })
    expect(await shownRows()).toEqual(['Acme', 'Sul', 'Guardião'])
    expect(screen.getByRole('treegrid', { name: 'Lista de Marcas' })).toBeDefined()

    fireEvent.click(screen.getByRole('button', { name: 'Esconder o que há abaixo de Acme' }))
    expect(await shownRows()).toEqual(['Acme', 'Guardião'])

    screen.getByRole('link', { name: 'Acme' }).focus()
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowRight' })
    expect(await shownRows()).toEqual(['Acme', 'Sul', 'Guardião'])
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowRight' })
    expect(document.activeElement?.textContent).toBe('Sul')
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowLeft' })
    expect(document.activeElement?.textContent).toBe('Acme')
  })

  test('is flat with the way down to each row when one searches', async () => {
    openList('/brands', { list: ({ searchParams }) => json(searchParams.has('q') ? [leaf(3, 'Sul', 1)] : rows) })
    await shownRows()
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'sul' } })

    await waitFor(async () => expect(await shownRows()).toEqual(['Acme › Sul']))
    expect(screen.queryByRole('treegrid')).toBeNull()
  })

  test('too large to come whole loads what is below a row when it is opened', async () => {
    const { asked } = openList('/brands', {
      list: ({ searchParams }) => {
        if (searchParams.get('parent') === '1') return json([leaf(3, 'Sul', 1)], { 'X-Total-Count': '1' })
        const roots = searchParams.has('parent_null')
        return json(roots ? [leaf(1, 'Acme')] : rows, { 'X-Total-Count': roots ? '1' : '500' })
      },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Mostrar o que há abaixo de Acme' }))

    expect(await screen.findByRole('link', { name: 'Sul' })).toBeDefined()
    expect(await shownRows()).toEqual(['Acme', 'Sul'])
    expect(asked('brands').some((question) => question.includes('parent=1'))).toBe(true)
    expect(screen.getByText('· 500')).toBeDefined()
  })
})
