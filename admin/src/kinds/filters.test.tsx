import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { field, filterBy, offered, sentence, serveLookup, speak, type } from '../../test/kinds.tsx'
import { useWords } from '../providers/i18n.ts'
import { describeFilter } from './describeFilter.ts'
import { TextFilter } from './filters/TextFilter.tsx'
import type { FilterValue } from './view.ts'

const options = [
  { value: 'active', label: 'Ativo', tone: 'success' as const },
  { value: 'blocked', label: 'Bloqueado', tone: 'danger' as const },
]
const required = { required: true } as const
const status = field('status', { options }, required)

/** A condition and how its chip reads. */
const sentences: [ReturnType<typeof field>, FilterValue, string, string][] = [
  [field('text'), { operator: 'like', value: 'jo' }, 'Campo contém “jo”', 'Campo contains “jo”'],
  [field('text'), { operator: 'starts', value: 'jo' }, 'Campo começa com “jo”', 'Campo starts with “jo”'],
  [field('text'), { operator: 'null', value: 'true' }, 'Campo sem valor', 'Campo without a value'],
  [field('text'), { operator: 'null', value: 'false' }, 'Campo com valor', 'Campo with a value'],
  [field('cpf'), { operator: 'eq', value: '11144477735' }, 'Campo é 111.444.777-35', 'Campo is 111.444.777-35'],
  [field('money'), { operator: 'gte', value: '123456' }, 'Campo a partir de R$ 1.234,56', 'Campo from R$1,234.56'],
  [field('decimal'), { operator: 'lt', value: '0.5' }, 'Campo abaixo de 0,50', 'Campo below 0.50'],
  [field('integer'), { operator: 'between', value: ['1', '3'] }, 'Campo de 1 a 3', 'Campo from 1 to 3'],
  [field('boolean'), { operator: 'eq', value: 'true' }, 'Campo: sim', 'Campo: yes'],
  [
    field('virtual', { as: { kind: 'boolean', format: {} } }),
    { operator: 'eq', value: 'false' },
    'Campo: não',
    'Campo: no',
  ],
  [field('date'), { operator: 'lte', value: '2026-01-31' }, 'Campo até 31/01/2026', 'Campo up to 31/01/2026'],
  [
    field('dateTime'),
    { operator: 'between', value: ['2026-01-31T03:00:00.000Z', '2026-02-01T02:59:59.999Z'] },
    'Campo é 31/01/2026',
    'Campo is 31/01/2026',
  ],
  [
    status,
    { operator: 'in', value: ['active', 'blocked'] },
    'Campo é Ativo ou Bloqueado',
    'Campo is Ativo or Bloqueado',
  ],
  [status, { operator: 'nin', value: 'active' }, 'Campo não é Ativo', 'Campo is not Ativo'],
  [
    field('state'),
    { operator: 'in', value: ['SP', 'RJ', 'MG', 'ES', 'BA'] },
    'Campo é São Paulo, Rio de Janeiro, Minas Gerais ou mais 2',
    'Campo is São Paulo, Rio de Janeiro, Minas Gerais, or 2 more',
  ],
  [field('belongsTo'), { operator: 'under', value: '3' }, 'Campo é Acme ou abaixo', 'Campo is Acme or below'],
  [
    field('belongsTo'),
    { operator: 'reaches', value: '3' },
    'Campo é Acme, acima ou sem valor',
    'Campo is Acme, above it or empty',
  ],
  [field('manyToMany'), { operator: 'in', value: ['3', '4'] }, 'Campo é Acme ou #4', 'Campo is Acme or #4'],
]

beforeAll(() => {
  process.env.TZ = 'America/Sao_Paulo'
})
beforeEach(() => speak('pt-BR'))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe.each(['pt-BR', 'en'] as const)('in %s', (language) => {
  test.each(sentences)('the chip of $kind (%#)', (of, filter, portuguese, english) => {
    speak(language)
    const { result } = renderHook(useWords)
    const said = describeFilter(of, filter, { words: result.current, language, titles: new Map([[3, 'Acme']]) })

    expect(said.replaceAll('\u00a0', ' ')).toBe(language === 'en' ? english : portuguese)
  })
})

test('a text is looked for when the typing rests, not with every letter', () => {
  vi.useFakeTimers()
  const held = filterBy(field('text'))
  const input = screen.getByRole('textbox', { name: 'Campo' })
  fireEvent.change(input, { target: { value: 'j' } })
  fireEvent.change(input, { target: { value: 'jo' } })
  expect(held.value).toBeUndefined()

  act(() => vi.advanceTimersByTime(400))
  expect(held.value).toEqual({ operator: 'like', value: 'jo' })
})

test('Enter does not wait', () => {
  const held = filterBy(field('text'))
  const input = screen.getByRole('textbox', { name: 'Campo' })
  fireEvent.change(input, { target: { value: 'jo' } })
  fireEvent.keyDown(input, { key: 'Enter', code: 'Enter', keyCode: 13 })

  expect(held.value).toEqual({ operator: 'like', value: 'jo' })
})

test('what was typed counts when the filter closes before the typing rests', () => {
  const onChange = vi.fn()
  const { unmount } = render(<TextFilter field={field('text')} onChange={onChange} />)
  fireEvent.change(screen.getByRole('textbox', { name: 'Campo' }), { target: { value: 'jo' } })
  expect(onChange).not.toHaveBeenCalled()
  unmount()

  expect(onChange).toHaveBeenCalledWith({ operator: 'like', value: 'jo' })
})

test('a condition that was taken away elsewhere leaves no text behind', () => {
  const filter = { operator: 'like', value: 'jo' } as const
  const { rerender } = render(<TextFilter field={field('text')} onChange={() => {}} />)
  type(screen.getByRole('textbox', { name: 'Campo' }), 'jo')
  rerender(<TextFilter field={field('text')} value={filter} onChange={() => {}} />)
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Campo' }).value).toBe('jo')
  rerender(<TextFilter field={field('text')} onChange={() => {}} />)

  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Campo' }).value).toBe('')
})

test('an emptied text takes the filter away', () => {
  const held = filterBy(field('text'), { operator: 'like', value: 'jo' })
  type(screen.getByRole('textbox', { name: 'Campo' }), '')

  expect(held.value).toBeUndefined()
})

test('a text may be missing where the field may be empty', () => {
  filterBy(field('text'))
  expect(offered('Condição de Campo')).toEqual([
    'contém',
    'começa com',
    'é igual a',
    'é diferente de',
    'está vazio',
    'está preenchido',
  ])
  cleanup()
  filterBy(field('text', {}, { ...required, operators: ['like', 'eq', 'null'] }))

  expect(offered('Condição de Campo')).toEqual(['contém', 'é igual a'])
})

test('a CPF is looked for without its mask, a CNPJ with its letters', () => {
  const person = filterBy(field('cpf'))
  type(screen.getByRole('textbox', { name: 'Campo' }), '111.444')
  expect(person.value).toEqual({ operator: 'like', value: '111444' })
  cleanup()
  const company = filterBy(field('cnpj'))
  type(screen.getByRole('textbox', { name: 'Campo' }), '12.abc')

  expect(company.value).toEqual({ operator: 'like', value: '12ABC' })
})

test('from, to, and both', () => {
  const held = filterBy(field('money'))
  type(screen.getByLabelText('Campo: De'), '10')
  expect(held.value).toEqual({ operator: 'gte', value: '1000' })
  type(screen.getByLabelText('Campo: Até'), '20,50')
  expect(held.value).toEqual({ operator: 'between', value: ['1000', '2050'] })
  expect(sentence()).toBe('Campo de R$ 10,00 a R$ 20,50')

  type(screen.getByLabelText('Campo: De'), '')
  expect(held.value).toEqual({ operator: 'lte', value: '2050' })
})

test('a range that is not one yet leaves the list alone', () => {
  const held = filterBy(field('integer'), { operator: 'gte', value: '5' })
  type(screen.getByLabelText('Campo: Até'), '3')
  expect(screen.getByRole('alert').textContent).toBe('O começo vem depois do fim.')
  type(screen.getByLabelText('Campo: Até'), 'x')

  expect(held.value).toEqual({ operator: 'gte', value: '5' })
})

test('no value instead of a range', () => {
  const held = filterBy(field('integer'), { operator: 'gte', value: '5' })
  fireEvent.click(screen.getByRole('checkbox', { name: 'Sem valor' }))
  fireEvent.blur(screen.getByLabelText('Campo: De'))

  expect(held.value).toEqual({ operator: 'null', value: 'true' })
  expect(screen.getByLabelText<HTMLInputElement>('Campo: De').value).toBe('')
})

test('dates go out as days, instants as the first and last of the days here', () => {
  const days = filterBy(field('date'))
  type(screen.getByLabelText('Campo: De'), '31/01/2026')
  expect(days.value).toEqual({ operator: 'gte', value: '2026-01-31' })
  cleanup()
  const instants = filterBy(field('dateTime'))
  type(screen.getByLabelText('Campo: De'), '31/01/2026')
  type(screen.getByLabelText('Campo: Até'), '31/01/2026')

  const value = ['2026-01-31T03:00:00.000Z', '2026-02-01T02:59:59.999Z']
  expect(instants.value).toEqual({ operator: 'between', value })
  expect(sentence()).toBe('Campo é 31/01/2026')
})

test('a period is one click, and a second click takes it away', () => {
  vi.setSystemTime('2026-02-15T12:00:00Z')
  const held = filterBy(field('date'))
  const month = screen.getByRole('button', { name: 'Este mês' })
  fireEvent.click(month)
  expect(held.value).toEqual({ operator: 'between', value: ['2026-02-01', '2026-02-28'] })
  expect(month.getAttribute('aria-pressed')).toBe('true')
  expect(screen.getByLabelText<HTMLInputElement>('Campo: De').value).toBe('01/02/2026')

  fireEvent.click(month)
  expect(held.value).toBeUndefined()
})

test('days that are always past offer no coming ones', () => {
  filterBy(field('date', { latest: 'today' }))

  expect(screen.queryByRole('button', { name: 'Próximos 30 dias' })).toBeNull()
})

test('states are ticked', () => {
  const held = filterBy(status)
  fireEvent.click(screen.getByRole('checkbox', { name: 'Bloqueado' }))
  fireEvent.click(screen.getByRole('checkbox', { name: 'Ativo' }))
  expect(held.value).toEqual({ operator: 'in', value: ['active', 'blocked'] })
  fireEvent.click(screen.getByRole('checkbox', { name: 'Bloqueado' }))
  fireEvent.click(screen.getByRole('checkbox', { name: 'Ativo' }))

  expect(held.value).toBeUndefined()
})

test('a long list of choices is searched, and keeps what was ticked out of sight', () => {
  const held = filterBy(field('state'), { operator: 'in', value: ['BA'] })
  fireEvent.change(screen.getByRole('textbox', { name: 'Buscar opção' }), { target: { value: 'sao paulo' } })
  fireEvent.click(screen.getByRole('checkbox', { name: 'SP · São Paulo' }))

  expect(held.value).toEqual({ operator: 'in', value: ['BA', 'SP'] })
})

test('yes, no, none, or any', () => {
  const held = filterBy(field('boolean'))
  fireEvent.click(screen.getByLabelText('Não'))
  expect(held.value).toEqual({ operator: 'eq', value: 'false' })
  fireEvent.click(screen.getByLabelText('Sem valor'))
  expect(held.value).toEqual({ operator: 'null', value: 'true' })
  fireEvent.click(screen.getByLabelText('Tanto faz'))

  expect(held.value).toBeUndefined()
})

test('of JSON one asks whether there is any', () => {
  const held = filterBy(field('json', {}, { operators: ['null'] }))
  fireEvent.click(screen.getByLabelText('Com valor'))
  expect(held.value).toEqual({ operator: 'null', value: 'false' })
  expect(sentence()).toBe('Campo com valor')
  fireEvent.click(screen.getByLabelText('Tanto faz'))

  expect(held.value).toBeUndefined()
})

test('records are looked for by their ids and read by their titles', async () => {
  serveLookup(() => [
    { id: 3, title: 'Acme' },
    { id: 4, title: 'Bravo' },
  ])
  const held = filterBy(field('belongsTo', { resource: 'brand' }))
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Campo' }))
  fireEvent.click(await screen.findByRole('option', { name: 'Bravo' }))
  expect(held.value).toEqual({ operator: 'in', value: ['4'] })
  fireEvent.click(screen.getByRole('option', { name: 'Acme' }))

  expect(held.value).toEqual({ operator: 'in', value: ['4', '3'] })
  expect(sentence()).toBe('Campo é Bravo ou Acme')
})

test('in a tree what is below comes along unless it is not wanted', async () => {
  serveLookup(() => [{ id: 3, title: 'Acme', path: 'Acme' }])
  const held = filterBy(field('belongsTo', { resource: 'brand', tree: true }), { operator: 'under', value: '3' })
  await vi.waitFor(() => expect(sentence()).toBe('Campo é Acme ou abaixo'))
  fireEvent.click(screen.getByRole('checkbox', { name: 'Incluir o que está abaixo' }))

  expect(held.value).toEqual({ operator: 'in', value: ['3'] })
  expect(sentence()).toBe('Campo é Acme')
})
