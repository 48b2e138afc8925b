import { expect, test } from 'vitest'
import { z } from 'zod'
import { refusalOf } from '../src/http/issues.ts'
import { loggable } from '../src/http/loggable.ts'
import { problemOf as problem } from '../src/http/problems.ts'
import { administrator, frontDoor, problemOf, signedIn } from './front-door.ts'

test.each([
  [undefined, 'pt-BR', 'Entrada necessária'],
  ['en-GB,en;q=0.9', 'en', 'Sign-in needed'],
  ['en;q=0.4, pt-PT;q=0.8', 'pt-BR', 'Entrada necessária'],
  ['fr', 'pt-BR', 'Entrada necessária'],
])('a reader who accepts %s gets errors in %s', async (accepted, language, title) => {
  const { app } = await frontDoor()

  const answer = await app.request('/api/customers', { headers: accepted ? { 'Accept-Language': accepted } : {} })

  expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
  expect(answer.headers.get('Content-Language')).toBe(language)
  expect(await problemOf(answer)).toMatchObject({ title, status: 401, code: 'unauthenticated' })
})

test('wrong values come back under their fields, in the language of the reader', async () => {
  const { ana } = await signedIn()
  const body = { name: 'A', email: 'ana', password: 'curta', active: 'sim' }

  const [portuguese, english] = [
    await ana.post('/api/users', body),
    await ana.post('/api/users', body, { 'Accept-Language': 'en' }),
  ]

  expect([portuguese.status, english.status]).toEqual([422, 422])
  expect(await problemOf(portuguese)).toMatchObject({
    errors: {
      name: ['Use pelo menos 2 caracteres.'],
      password: ['Use pelo menos 8 caracteres.'],
      active: ['O valor não é do tipo esperado.'],
    },
  })
  expect(await problemOf(english)).toMatchObject({
    errors: {
      name: ['Use at least 2 characters.'],
      password: ['Use at least 8 characters.'],
      active: ['The value is not of the expected type.'],
    },
  })
})

test('what fails on our side is logged once with the request, and tells the client nothing', async () => {
  const { app, browser, database, lines } = await frontDoor()
  const ana = browser()
  await ana.signIn(administrator)
  await database.sequelize.query('DROP TABLE rbac_state')
  lines.length = 0

  const answer = await app.request('/api/auth/me', {
    headers: { Cookie: String(ana.cookie), 'X-Request-Id': 'abc-123' },
  })
  const text = await answer.text()

  expect(answer.status).toBe(500)
  expect(answer.headers.get('X-Request-Id')).toBe('abc-123')
  expect(JSON.parse(text)).toMatchObject({ code: 'unexpected', detail: expect.stringContaining('abc-123') })
  expect(text).not.toMatch(/SELECT|rbac_state|sessions|\.ts/)
  const errors = lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50)
  expect(errors).toHaveLength(1)
  expect(errors[0]).toMatchObject({ request: 'abc-123', error: { message: expect.stringContaining('rbac_state') } })
})

test('what is logged of an error of the database says what it was, and no value', async () => {
  const { database } = await frontDoor()
  const secret = 'valor-pessoal'
  const failures = [
    () => database.sequelize.query('INSERT INTO users (name, email) VALUES ($1, $1)', { bind: [secret] }),
    () => database.write((scope) => scope.run('UPDATE users SET email = $1', [secret])),
    () => database.read("SELECT id FROM users WHERE CAST($1 AS INTEGER) / (id - id) = json('x')", [secret]),
    async () => JSON.parse(secret),
  ]

  for (const failure of failures) {
    const line = JSON.stringify(
      loggable(
        await failure().then(
          () => undefined,
          (error: unknown) => error,
        ),
      ),
    )
    expect(line).toMatch(/^\{"name":"\w*error"/i)
    expect(line).not.toContain(secret)
  }
})

test('a log line has no query, no body, no cookie and nothing in its path that could be personal', async () => {
  const { ana, lines } = await signedIn()
  lines.length = 0

  await ana.get('/api/customers/12?_fields=name')
  await ana.get('/api/customers?q=joao-da-silva')
  await ana.get('/api/customers/12345678909')
  await ana.get('/joao@exemplo.com.br')
  await ana.signIn({ email: 'joao@exemplo.com.br', password: 'senha-de-joao' })

  const log = lines.join('')
  expect(log).not.toMatch(/joao|12345678909|_fields|__Host-sid/)
  expect(lines.map((line) => JSON.parse(line).path)).toEqual([
    '/api/customers/12',
    '/api/customers',
    '/api/customers/*',
    '/*',
    '/api/auth/sign-in',
  ])
})

test.each([
  [z.string(), undefined, 'Preencha este campo.'],
  [z.string(), null, 'Preencha este campo.'],
  [z.string(), 5, 'O valor não é do tipo esperado.'],
  [z.string().min(1), '', 'Preencha este campo.'],
  [z.string().min(3), 'ab', 'Use pelo menos 3 caracteres.'],
  [z.string().max(3), 'abcd', 'Use no máximo 3 caracteres.'],
  [z.int(), 1.5, 'O valor não é do tipo esperado.'],
  [z.number().min(2), 1, 'O menor valor é 2.'],
  [z.number().positive(), 0, 'O valor deve ser maior que 0.'],
  [z.number().max(2), 3, 'O maior valor é 2.'],
  [z.number().lt(2), 2, 'O valor deve ser menor que 2.'],
  [z.number().multipleOf(5), 7, 'O valor deve ser múltiplo de 5.'],
  [z.array(z.string()).min(1), [], 'Escolha pelo menos 1.'],
  [z.array(z.string()).max(1), ['a', 'b'], 'Escolha no máximo 1.'],
  [z.enum(['a', 'b']), 'c', 'Escolha um dos valores da lista.'],
  [z.email(), 'x', 'O formato não está certo.'],
  [z.string().max(3, { error: 'invalid.depth' }), 'abcd', 'A árvore tem no máximo 3 níveis.'],
  [
    z.string().refine(() => false, { error: 'invalid.transition', params: { from: 'a', to: 'b' } }),
    'x',
    'De “a” não se passa a “b”.',
  ],
])('a schema’s complaint is said in our words: %#', (schema: z.ZodType, value, text) => {
  const { error } = z.object({ field: schema }).safeParse({ field: value })

  expect(problem(refusalOf(error ?? { issues: [] }), 'pt-BR').errors).toEqual({ field: [text] })
})

test('a complaint about a part of a value says where, and one about the whole stands alone', () => {
  const schema = z
    .object({ items: z.array(z.object({ name: z.string() })) })
    .refine(() => false, { error: 'invalid.reason', when: () => true })
  const { error } = schema.safeParse({ items: [{ name: 'a' }, {}] })

  expect(problem(refusalOf(error ?? { issues: [] }), 'en')).toMatchObject({
    status: 422,
    detail: 'Say why it changes.',
    errors: { 'items.1.name': ['Fill in this field.'] },
  })
})
