import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { field, fillIn, offered, speak, type } from '../../test/kinds.tsx'
import { kinds } from './index.ts'

const states = [
  { value: 'active', label: 'Ativo', tone: 'success' as const },
  { value: 'blocked', label: 'Bloqueado', tone: 'warning' as const },
  { value: 'cancelled', label: 'Cancelado', tone: 'danger' as const },
]
const transitions = { active: ['blocked'], blocked: ['active', 'cancelled'], cancelled: [] }
const choices = {
  options: [
    { value: 'a', label: 'Água' },
    { value: 'b', label: 'Barro' },
  ],
}

/** Field, what is typed, the value that comes out, what stands in the input afterwards. */
const samples = [
  [field('text'), '  Ana ', 'Ana', 'Ana'],
  [field('email'), 'ana@exemplo.com', 'ana@exemplo.com', 'ana@exemplo.com'],
  [field('phone'), '11912345678', '+5511912345678', '(11) 91234-5678'],
  [field('phone'), '+55 (11) 91234-5678', '+5511912345678', '(11) 91234-5678'],
  [field('phone'), '+1 212 555 0123', '+12125550123', '+12125550123'],
  [field('cpf'), '11144477735', '11144477735', '111.444.777-35'],
  [field('cpf'), '111.444.777-35', '11144477735', '111.444.777-35'],
  [field('cnpj'), '12abc34501de35', '12ABC34501DE35', '12.ABC.345/01DE-35'],
  [field('cnpj'), '11.444.777/0001-61', '11444777000161', '11.444.777/0001-61'],
  [field('cnh'), '022.347.971-63', '02234797163', '02234797163'],
  [field('imei'), '490154203237518', '490154203237518', '49-015420-323751-8'],
  [field('licensePlate'), 'abc1234', 'ABC1234', 'ABC-1234'],
  [field('licensePlate'), 'bra2e19', 'BRA2E19', 'BRA2E19'],
  [field('postalCode'), '01310-100', '01310100', '01310-100'],
  [field('integer'), '1.234', 1234, '1234'],
  [field('decimal', { scale: 3 }), '1.234,5', 1234.5, '1.234,500'],
  [field('money'), '1.234,56', 123456, '1.234,56'],
  [field('money'), '1234.56', 123456, '1.234,56'],
  [field('money'), 'R$ 0,07', 7, '0,07'],
  [field('date'), '31/01/2026', '2026-01-31', '31/01/2026'],
  [field('date'), '31012026', '2026-01-31', '31/01/2026'],
  [field('date'), '2026-01-31', '2026-01-31', '31/01/2026'],
  [field('dateTime'), '31/12/2025 23:00', '2026-01-01T02:00:00.000Z', '31/12/2025 23:00'],
  [field('dateTime'), '31/12/2025', '2025-12-31T03:00:00.000Z', '31/12/2025 00:00'],
  [field('color'), '2B4FC7', '#2b4fc7', '#2b4fc7'],
  [field('json'), '{"a":1}', { a: 1 }, '{\n  "a": 1\n}'],
] as const

/** What cannot be read, and what is then said. */
const refused = [
  [field('cpf'), '11111111111', 'Este CPF não existe. Confira os dígitos.', 'There is no such CPF. Check its digits.'],
  [field('cnh'), '62472927638', 'Esta CNH não existe. Confira os dígitos.', 'There is no such CNH. Check its digits.'],
  [
    field('imei'),
    '490154203237519',
    'Este IMEI não existe. Ele tem 15 dígitos; confira-os.',
    'There is no such IMEI. It has 15 digits; check them.',
  ],
  [
    field('licensePlate'),
    'ABC12D3',
    'Escreva a placa como ABC1D23 ou ABC1234.',
    'Write the plate like ABC1D23 or ABC1234.',
  ],
  [field('cnpj'), '12.ABC.345/01DE-36', 'Este CNPJ não existe.', 'There is no such CNPJ.'],
  [field('postalCode'), '123', 'Um CEP tem 8 dígitos.', 'A CEP has 8 digits.'],
  [field('phone'), '11812345678', 'Este telefone não existe.', 'There is no such phone number.'],
  [field('integer'), '1,5', 'Escreva um número inteiro.', 'Write a whole number.'],
  [field('money'), '1,234.567', 'Escreva um valor com até duas casas', 'Write an amount with at most two'],
  [field('date'), '31/02/2026', 'Escreva uma data que exista', 'Write a date that exists'],
  [field('dateTime'), '31/12/2025 25:00', 'Escreva data e hora que existam', 'Write a date and a time that exist'],
  [field('color'), 'azul', 'Escreva a cor como #rrggbb.', 'Write the colour as #rrggbb.'],
  [field('json'), '{', 'Isto não é JSON.', 'This is not JSON.'],
] as const

/** Without the separators that a mask puts in. */
function bare(text: string): string {
  return text.replace(/[\s().,/:-]/g, '')
}

beforeAll(() => {
  process.env.TZ = 'America/Sao_Paulo'
})
beforeEach(() => speak('pt-BR'))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test.each(samples)('typed into a $kind (%#)', (of, typed, value, shown) => {
  const held = fillIn(of)
  type(screen.getByLabelText('Campo'), typed)

  expect(held.value).toEqual(value)
  expect(screen.getByLabelText<HTMLInputElement>('Campo').value).toBe(shown)
})

test.each(samples)('an emptied $kind is null (%#)', (of, _typed, value) => {
  const held = fillIn(of, { value })
  type(screen.getByLabelText('Campo'), '')

  expect(held.value).toBeNull()
})

test.each(['1,234.56', '1234.56', '1.234,56'])('typed into money in English: %s', (typed) => {
  speak('en')
  const held = fillIn(field('money'))
  type(screen.getByLabelText('Campo'), typed)

  expect(held.value).toBe(123456)
  expect(screen.getByLabelText<HTMLInputElement>('Campo').value).toBe('1,234.56')
})

describe.each(['pt-BR', 'en'] as const)('in %s', (language) => {
  test.each(refused)(
    'a $kind that cannot be read says why, and nothing that was typed is lost',
    (of, typed, portuguese, english) => {
      speak(language)
      const held = fillIn(of)
      type(screen.getByLabelText('Campo'), typed)

      const text = screen.getByRole('alert').textContent
      expect(text).toContain(language === 'en' ? english : portuguese)
      expect(bare(screen.getByLabelText<HTMLInputElement>('Campo').value)).toBe(bare(typed))
      expect(kinds[of.kind].problem?.(held.value, { field: of, language })).toBe(text)
    },
  )
})

test('a date is masked while it is typed at its end, and left alone in its middle', () => {
  fillIn(field('date'))
  const input = screen.getByLabelText<HTMLInputElement>('Campo')
  fireEvent.change(input, { target: { value: '3101' } })
  expect(input.value).toBe('31/01')

  fireEvent.change(input, { target: { value: '3/01', selectionStart: 1, selectionEnd: 1 } })
  expect(input.value).toBe('3/01')
})

test('a pasted number that is too long stays whole', () => {
  fillIn(field('cpf'))
  type(screen.getByLabelText('Campo'), '11144477735999')

  expect(screen.getByLabelText<HTMLInputElement>('Campo').value).toBe('11144477735999')
})

test('a pasted text longer than its field stays whole and is told', () => {
  const held = fillIn(field('text', { maxLength: 5 }))
  type(screen.getByLabelText('Campo'), 'comprido')

  expect(held.value).toBe('comprido')
  expect(screen.getByText('8/5')).toBeDefined()
  expect(screen.getByRole('alert').textContent).toBe('Use no máximo 5 caracteres.')
})

test('a message of the form takes the place of the own one', () => {
  fillIn(field('date'), { status: 'error', 'aria-describedby': 'message' })
  const input = screen.getByLabelText('Campo')
  type(input, '31/02/2026')

  expect(screen.queryByRole('alert')).toBeNull()
  expect(input.getAttribute('aria-describedby')).toBe('message')
  expect(input.getAttribute('aria-invalid')).toBe('true')
})

test('a CNPJ is typed on a keyboard with letters, a CPF on one with digits', () => {
  fillIn(field('cnpj'))
  expect(screen.getByLabelText('Campo').getAttribute('inputmode')).toBe('text')
  cleanup()
  fillIn(field('cpf'))
  expect(screen.getByLabelText('Campo').getAttribute('inputmode')).toBe('numeric')
})

test('yes, no, and for an optional field neither', () => {
  const held = fillIn(field('boolean'), { value: true })
  const answers = within(screen.getByRole('radiogroup', { name: 'Campo' }))
  expect(answers.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual([true, false, false])

  fireEvent.click(answers.getByLabelText('Não'))
  expect(held.value).toBe(false)
  fireEvent.click(answers.getByLabelText('Não informado'))
  expect(held.value).toBeNull()
})

test('a required question has two answers', () => {
  fillIn(field('boolean', {}, { required: true }))

  expect(screen.getAllByRole('radio')).toHaveLength(2)
})

test('one of the choices, and with Delete none', () => {
  const held = fillIn(field('select', choices))
  expect(offered()).toEqual(['Água', 'Barro'])
  fireEvent.click(screen.getByRole('option', { name: 'Barro' }))
  expect(held.value).toBe('b')

  fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Delete' })
  expect(held.value).toBeNull()
})

test('a required choice cannot be taken away', () => {
  const held = fillIn(field('select', choices, { required: true }), { value: 'b' })
  fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Delete' })

  expect(held.value).toBe('b')
})

test('a state of Brazil is found by its name without the accent', () => {
  const held = fillIn(field('state'))
  expect(offered()).toHaveLength(27)
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'sao pau' } })
  fireEvent.click(screen.getByRole('option'))

  expect(held.value).toBe('SP')
})

test('what no choice matches is told instead of an empty list', () => {
  fillIn(field('state'))
  offered()
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'zzz' } })

  expect(screen.getByRole('status').textContent).toBe('Nada encontrado para “zzz”.')
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('several of the choices', () => {
  const held = fillIn(field('multiSelect', choices), { value: ['b'] })
  offered()
  fireEvent.click(screen.getByRole('option', { name: 'Água' }))

  expect(held.value).toEqual(['b', 'a'])
})

test.each([
  ['active', ['Ativo', 'Bloqueado']],
  ['blocked', ['Ativo', 'Bloqueado', 'Cancelado']],
  ['cancelled', ['Cancelado']],
])('from %s one comes only to its neighbours', (present, reachable) => {
  fillIn(field('status', { options: states, transitions }), { value: present, record: { status: present } })

  expect(offered()).toEqual(reachable)
})

test('the neighbours are those of the saved state, whatever is chosen meanwhile', () => {
  const held = fillIn(field('status', { options: states, transitions }), {
    value: 'active',
    record: { status: 'active' },
  })
  offered()
  fireEvent.click(screen.getByRole('option', { name: 'Bloqueado' }))
  expect(held.value).toBe('blocked')

  expect(offered()).toEqual(['Ativo', 'Bloqueado'])
})

test('a status without transitions may become anything', () => {
  fillIn(field('status', { options: states }), { value: 'active', record: { status: 'active' } })

  expect(offered()).toEqual(['Ativo', 'Bloqueado', 'Cancelado'])
})

test('a password is written twice and sent as two keys', () => {
  const held = fillIn(field('password'))
  const { toBody, problem } = kinds.password
  type(screen.getByLabelText('Campo'), 'segredo1')
  type(screen.getByLabelText('Confirmação da senha'), 'segredo2')
  expect(screen.getByRole('alert').textContent).toBe('A confirmação não é igual à senha.')
  expect(problem?.(held.value, { field: field('password'), language: 'pt-BR' })).toBeDefined()

  type(screen.getByLabelText('Confirmação da senha'), 'segredo1')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(toBody?.('password', held.value)).toEqual({ password: 'segredo1', passwordConfirmation: 'segredo1' })
})

test('blank passwords send nothing', () => {
  const held = fillIn(field('password'), { value: 'never read' })
  expect(held.value).toBeUndefined()
  type(screen.getByLabelText('Campo'), 'x')
  type(screen.getByLabelText('Campo'), '')

  expect(kinds.password.toBody?.('password', held.value)).toEqual({})
})

test('the browser offers a new password and shows it on request', () => {
  fillIn(field('password'))
  const input = screen.getByLabelText<HTMLInputElement>('Campo')
  expect(input).toMatchObject({ type: 'password', autocomplete: 'new-password' })
  fireEvent.click(screen.getByRole('button', { name: 'Mostrar a senha' }))

  expect(input.type).toBe('text')
})

test('a date can be chosen from the calendar, and the focus comes back', async () => {
  const held = fillIn(field('date'), { value: '2026-01-31' })
  fireEvent.click(screen.getByRole('button', { name: 'Abrir o calendário: Campo' }))
  fireEvent.click(await screen.findByTitle('2026-01-20', {}, { timeout: 15_000 }))

  expect(held.value).toBe('2026-01-20')
  expect(screen.getByLabelText<HTMLInputElement>('Campo').value).toBe('20/01/2026')
  expect(document.activeElement).toBe(screen.getByLabelText('Campo'))
}, 20_000)

test('where there is no room for hours, a day chosen from the calendar keeps the time', async () => {
  const held = fillIn(field('dateTime'), { value: '2026-01-31T17:30:00.000Z' })
  fireEvent.click(screen.getByRole('button', { name: 'Abrir o calendário: Campo' }))
  fireEvent.click(await screen.findByTitle('2026-01-20', {}, { timeout: 15_000 }))

  expect(held.value).toBe('2026-01-20T17:30:00.000Z')
}, 20_000)
