import { kinds as everyKind } from '@ficha/api/contract'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { field, Panel, readCell, serveLookup, speak } from '../../test/kinds.tsx'
import { kinds } from './index.ts'

const states = [
  { value: 'active', label: 'Ativo', tone: 'success' as const },
  { value: 'blocked', label: 'Bloqueado', tone: 'danger' as const },
]

/** Kind, format, value, what a person reads in pt-BR and in English. */
const samples = [
  [field('text'), 'Ana', 'Ana', 'Ana'],
  [field('textarea'), 'uma\nduas', 'uma\nduas', 'uma\nduas'],
  [field('email'), 'ana@exemplo.com', 'ana@exemplo.com', 'ana@exemplo.com'],
  [field('url'), 'https://exemplo.com/', 'exemplo.com', 'exemplo.com'],
  [field('phone'), '+5511912345678', '(11) 91234-5678', '(11) 91234-5678'],
  [field('cpf'), '11144477735', '111.444.777-35', '111.444.777-35'],
  [field('cpf'), '***.456.789-**', '***.456.789-**', '***.456.789-**'],
  [field('cnpj'), '12ABC34501DE35', '12.ABC.345/01DE-35', '12.ABC.345/01DE-35'],
  [field('cnh'), '62472927637', '62472927637', '62472927637'],
  [field('imei'), '490154203237518', '49-015420-323751-8', '49-015420-323751-8'],
  [field('licensePlate'), 'ABC1234', 'ABC-1234', 'ABC-1234'],
  [field('licensePlate'), 'BRA2E19', 'BRA2E19', 'BRA2E19'],
  [field('postalCode'), '01310100', '01310-100', '01310-100'],
  [field('state'), 'SP', 'SP', 'SP'],
  [field('integer'), 2026, '2026', '2026'],
  [field('integer'), 12345, '12.345', '12,345'],
  [field('decimal', { scale: 3 }), 1234.5, '1.234,500', '1,234.500'],
  [field('money'), 123456, 'R$ 1.234,56', 'R$1,234.56'],
  [field('boolean'), false, 'Não', 'No'],
  [field('date'), '2026-01-31', '31/01/2026', '31/01/2026'],
  [field('dateTime'), '2026-01-01T02:00:00.000Z', '31/12/2025 23:00', '31/12/2025 23:00'],
  [field('select', { options: states }), 'active', 'Ativo', 'Ativo'],
  [field('select', { options: states }), 'gone', 'gone', 'gone'],
  [field('multiSelect', { options: states }), ['blocked', 'active'], 'Ativo, Bloqueado', 'Ativo, Bloqueado'],
  [field('status', { options: states }), 'blocked', 'Bloqueado', 'Bloqueado'],
  [field('belongsTo', { resource: 'brand' }), { id: 3, title: 'Acme' }, 'Acme', 'Acme'],
  [field('belongsTo', { resource: 'brand' }), { id: 3, title: null }, '#3', '#3'],
  [field('password'), undefined, 'Nunca é mostrada', 'Never shown'],
  [field('color'), '#2b4fc7', '#2b4fc7', '#2b4fc7'],
  [field('json'), { a: [1] }, '{"a":[1]}', '{"a":[1]}'],
  [field('file'), { id: 'f_1', name: 'a.pdf', size: 1536, type: 'application/pdf' }, 'a.pdf1,5 KB', 'a.pdf1.5 KB'],
  [field('image'), { id: 'f_2', name: 'a.png', size: 2048, type: 'image/png' }, 'a.png2 KB', 'a.png2 KB'],
  [field('permissionRules'), [{ actions: ['read'], subject: 'brand' }], '1 regra', '1 rule'],
  [field('permissionRules'), [{}, {}], '2 regras', '2 rules'],
  [field('virtual', { as: { kind: 'money', format: {} } }), 100, 'R$ 1,00', 'R$1.00'],
] as const

beforeAll(() => {
  process.env.TZ = 'America/Sao_Paulo'
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe.each(['pt-BR', 'en'] as const)('in %s', (language) => {
  beforeEach(() => speak(language))

  test.each(samples)('a cell of $kind', (of, value, portuguese, english) => {
    expect(readCell(of, value)).toBe(language === 'en' ? english : portuguese)
  })

  test.each(everyKind)('an empty %s says so in a word, not only with a dash', (kind) => {
    const of = field(kind, { as: { kind: 'text', format: {} } })
    const expected = language === 'en' ? '—empty' : '—vazio'
    expect(readCell(of, null)).toBe(kind === 'password' ? readCell(field('password'), 'x') : expected)
  })
})

test('a mobile number opens a chat that names the person', () => {
  speak('pt-BR')
  readCell(field('phone', { whatsapp: true }), '+5511912345678', { name: 'Ana' })

  const chat = screen.getByRole('link', { name: 'Abrir conversa no WhatsApp com Ana (nova guia)' })
  expect(chat).toMatchObject({ href: 'https://wa.me/5511912345678', target: '_blank', rel: 'noopener noreferrer' })
})

test('a landline has no chat', () => {
  readCell(field('phone', { whatsapp: true }), '+551132345678', { name: 'Ana' })

  expect(screen.queryByRole('link')).toBeNull()
})

test('an address that is no web page is no link', () => {
  readCell(field('url'), 'javascript:alert(1)')

  expect(screen.queryByRole('link')).toBeNull()
})

test('a reference links to its record', () => {
  readCell(field('belongsTo', { resource: 'brand' }), { id: 3, title: 'Acme' })

  expect(screen.getByRole('link', { name: 'Acme' }).getAttribute('href')).toBe('/brands/3')
})

test('a reference to a resource that one may not see is no link', () => {
  readCell(field('belongsTo', { resource: 'secret' }), { id: 3, title: 'Acme' })

  expect(screen.queryByRole('link')).toBeNull()
  expect(screen.getByText('Acme')).toBeDefined()
})

test('the titles of all rows come with one request', async () => {
  const asked = serveLookup(() => [1, 2, 3].map((id) => ({ id, title: `Marca ${id}` })))
  const of = field('manyToMany', { resource: 'brand' })
  const { Cell } = kinds.manyToMany
  render(
    <Panel>
      {[[1, 2], [2, 3], [9]].map((ids) => (
        <p key={String(ids)}>
          <Cell field={of} value={ids} />
        </p>
      ))}
    </Panel>,
  )

  expect(await screen.findByText('Marca 1, Marca 2')).toBeDefined()
  expect(screen.getByText('Marca 2, Marca 3')).toBeDefined()
  expect(screen.getByText('#9')).toBeDefined()
  expect(asked).toEqual(['/api/brands/lookup?ids=1,2,3,9&_start=0&_end=4'])
})
