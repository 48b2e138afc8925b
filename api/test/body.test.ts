import { expect, test } from 'vitest'
import { problemOf, signedIn } from './front-door.ts'

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=latin1',
  'application/jsonp',
  '',
])('a body of type "%s" is refused', async (type) => {
  const { send } = await signedIn()

  const answer = await send('{"name":"x"}', { 'Content-Type': type })

  expect(answer.status).toBe(415)
  expect(await problemOf(answer)).toMatchObject({ code: 'unsupported-media-type' })
})

test.each([
  ['broken JSON', '{"name":'],
  ['two values', '{} {}'],
  ['single quotes', "{'name': 1}"],
  ['a list', '[]'],
  ['a text', '"name"'],
  ['nothing but null', 'null'],
  ['40 levels of lists', `{"name":${'['.repeat(40)}${']'.repeat(40)}}`],
  ['half a million levels', `{"name":${'['.repeat(500_000)}`],
  ['40 levels of objects', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`],
  ['a NUL in a value', '{"name":"Jo\\u0000ão"}'],
  ['a NUL in a key', '{"na\\u0000me":"João"}'],
  ['a lone high surrogate', '{"name":"João \\ud800"}'],
  ['a lone low surrogate', '{"name":"\\udc00 João"}'],
  ['a lone surrogate deep inside', '{"name":[{"a":["\\ud83d"]}]}'],
  ['a surrogate in a key', '{"\\ud800":"João"}'],
  ['a key twice', '{"name":"João","name":"Maria"}'],
  ['a key twice, written differently', '{"name":"João","n\\u0061me":"Maria"}'],
  ['__proto__', '{"__proto__":{"administrator":true}}'],
  ['__proto__ in disguise', '{"name":{"\\u005f_proto__":1}}'],
  ['bytes that are not UTF-8', new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
])('a body with %s is malformed', async (_, body) => {
  const { send } = await signedIn()

  const answer = await send(body)

  expect(answer.status).toBe(400)
  expect(await problemOf(answer)).toMatchObject({ code: 'malformed', type: 'urn:ficha:problem:malformed' })
})

test('what only looks dangerous goes through to the handler', async () => {
  const { send } = await signedIn()
  const fine = [
    '{"a":"\\ud83d\\ude00","b":"{[\\"\\\\","c":"a\\":"}',
    '{"x":[{"a":1},{"a":2}],"y":{"a":3}}',
    `{"a":${'['.repeat(31)}${']'.repeat(31)}}`,
  ]

  // These keys do not exist: that is said by whoever knows the fields, not by the floor.
  for (const body of fine) expect((await send(body)).status).toBe(403)
})

test('a body of 5 MB is too large, whether or not it says so', async () => {
  const { send } = await signedIn()
  const text = JSON.stringify({ name: 'x'.repeat(5 * 1024 * 1024) })
  const piece = new TextEncoder().encode('x'.repeat(64 * 1024))
  let sent = 0
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += piece.length
      if (sent > 5 * 1024 * 1024) controller.close()
      else controller.enqueue(piece)
    },
  })

  const announced = await send(text, { 'Content-Length': String(text.length) })
  const silent = await send(stream, { 'Transfer-Encoding': 'chunked' })

  for (const answer of [announced, silent]) {
    expect(answer.status).toBe(413)
    expect(await problemOf(answer)).toMatchObject({
      code: 'too-large',
      detail: 'O corpo do pedido passa de 1 MiB. Envie menos de cada vez.',
    })
  }
  expect(sent).toBeLessThan(2 * 1024 * 1024)
})
