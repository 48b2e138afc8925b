import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { field, fillIn, serveLookup, speak } from '../../test/kinds.tsx'
import { branchesOf } from './tree.ts'

const brands = [
  { id: 1, title: 'Acme', path: 'Acme' },
  { id: 2, title: 'Sul', path: 'Acme › Sul' },
  { id: 3, title: 'Curitiba', path: 'Acme › Sul › Curitiba' },
  { id: 4, title: 'Bravo', path: 'Bravo' },
]
const reference = field('belongsTo', { resource: 'brand' })

beforeEach(() => speak('pt-BR'))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function open(): HTMLElement {
  const picker = screen.getByRole('combobox', { name: 'Campo' })
  fireEvent.mouseDown(picker)
  return picker
}

test('the present record is named at once, and nothing is asked before somebody looks', () => {
  const asked = serveLookup(() => brands)
  fillIn(reference, { value: { id: 2, title: 'Sul' }, record: { belongsTo: { id: 2, title: 'Sul' } } })

  expect(screen.getByText('Sul')).toBeDefined()
  expect(asked).toEqual([])
})

test('an id without a title is named by a look-up, and by its number where the title may not be read', async () => {
  const asked = serveLookup(() => [{ id: 2, title: 'Sul' }])
  fillIn(field('manyToMany', { resource: 'brand' }), { value: [2, 9] })

  expect(await screen.findByText('Sul')).toBeDefined()
  expect(screen.getByText('#9')).toBeDefined()
  expect(asked).toEqual(['/api/brands/lookup?ids=2,9&_start=0&_end=2'])
})

test('a record is chosen by its title and comes out as its id', async () => {
  serveLookup(() => brands)
  const held = fillIn(reference)
  open()
  fireEvent.click(await screen.findByRole('option', { name: 'Bravo' }))

  expect(held.value).toBe(4)
})

test.each([
  [{ id: 7, title: 'Sul' }, '/api/brands/lookup?_start=0&_end=50&audience=customers&brand_reaches=7'],
  [7, '/api/brands/lookup?_start=0&_end=50&audience=customers&brand_reaches=7'],
  [null, '/api/brands/lookup?_start=0&_end=50&audience=customers'],
])('only those are offered that are for the place the form holds: %o', async (brand, address) => {
  const asked = serveLookup(() => brands)
  const of = field('belongsTo', { resource: 'brand', where: { audience: 'customers' }, reaches: 'brand' })
  fillIn(of, { values: { brand } })
  open()
  await screen.findByRole('option', { name: 'Bravo' })

  expect(asked).toEqual([address])
})

test('what is typed is searched on the server, once the typing rests', async () => {
  const asked = serveLookup(({ searchParams }) =>
    brands.filter(({ title }) => title.includes(searchParams.get('q') ?? '')),
  )
  fillIn(reference)
  const picker = open()
  await screen.findByRole('option', { name: 'Bravo' })
  fireEvent.change(picker, { target: { value: 'S' } })
  fireEvent.change(picker, { target: { value: 'Sul' } })

  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
  expect(asked).toEqual(['/api/brands/lookup?_start=0&_end=50', '/api/brands/lookup?_start=0&_end=50&q=Sul'])
})

test('the conditions of the field go along as filters', async () => {
  const asked = serveLookup(() => brands)
  const where = { active: true, kind: ['brand', 'subBrand'], closedAt: null }
  fillIn(field('belongsTo', { resource: 'brand', where }))
  open()
  await screen.findByRole('option', { name: 'Bravo' })

  expect(asked).toEqual(['/api/brands/lookup?_start=0&_end=50&active=true&kind=brand&kind=subBrand&closedAt_null=true'])
})

test('nothing found says what was sought', async () => {
  serveLookup(() => [])
  fillIn(reference)
  const picker = open()
  expect(await screen.findByText('Não há o que escolher.')).toBeDefined()
  fireEvent.change(picker, { target: { value: 'zzz' } })

  expect(await screen.findByText('Nada encontrado para “zzz”.')).toBeDefined()
})

test('a failed search can be tried again', async () => {
  let works = false
  serveLookup(() => (works ? brands : 500))
  fillIn(reference)
  open()
  expect((await screen.findByRole('alert')).textContent).toContain('A busca falhou.')
  works = true
  fireEvent.click(screen.getByRole('button', { name: 'Tentar de novo' }))

  expect(await screen.findByRole('option', { name: 'Bravo' })).toBeDefined()
})

test('an optional reference is taken away with Delete', () => {
  const held = fillIn(reference, { value: { id: 2, title: 'Sul' }, record: { belongsTo: { id: 2, title: 'Sul' } } })
  fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Delete' })

  expect(held.value).toBeNull()
})

test('a tree opens as a tree, down to the present record', async () => {
  serveLookup(() => brands)
  const held = fillIn(field('belongsTo', { resource: 'brand', tree: true }), { value: { id: 2, title: 'Acme › Sul' } })
  await waitFor(() => expect(screen.getByRole('combobox').getAttribute('aria-haspopup')).toBe('tree'), {
    timeout: 15_000,
  })
  open()
  await waitFor(() =>
    expect(screen.getAllByRole('treeitem').map((item) => item.textContent)).toEqual(['Acme', 'Sul', 'Bravo']),
  )
  fireEvent.click(screen.getByText('Bravo'))

  expect(held.value).toBe(4)
}, 20_000)

test('Escape closes the tree and not what it stands in', async () => {
  serveLookup(() => brands)
  const closeAround = vi.fn()
  const around = ({ key }: KeyboardEvent) => key === 'Escape' && closeAround()
  document.body.addEventListener('keydown', around)
  fillIn(field('belongsTo', { resource: 'brand', tree: true }))
  await waitFor(() => expect(screen.getByRole('combobox').getAttribute('aria-haspopup')).toBe('tree'))
  open()
  await screen.findAllByRole('treeitem')
  const press = () => fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Escape', keyCode: 27, which: 27 })

  press()
  expect(closeAround).not.toHaveBeenCalled()
  expect(screen.getByRole('combobox').getAttribute('aria-expanded')).toBe('false')
  press()
  expect(closeAround).toHaveBeenCalledOnce()
  document.body.removeEventListener('keydown', around)
})

test('rows become branches; one whose parent is not among them stands at the top under its whole path', () => {
  const [acme, ...others] = branchesOf(brands)
  expect(acme).toMatchObject({
    value: 1,
    title: 'Acme',
    children: [{ value: 2, title: 'Sul', children: [{ value: 3 }] }],
  })
  expect(others).toMatchObject([{ value: 4 }])

  const visible = brands.filter(({ id }) => id !== 1)
  expect(branchesOf(visible)).toMatchObject([
    { title: 'Acme › Sul', children: [{ title: 'Curitiba' }] },
    { title: 'Bravo' },
  ])
})
