import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { matches, stored } from '../../../test/kinds/matches.ts'
import { kinds } from '../../contract/kinds.ts'
import { isWordKey } from '../../contract/words/index.ts'
import type { Field } from '../field.ts'
import { parseFilterValue } from '../filter-value.ts'
import type { FilterSample, Samples } from '../samples.ts'
import { date, decimal, integer, manyToMany, multiSelect, phone, virtual } from './index.ts'
import { samples } from './samples.ts'

const overJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null')

describe.each(kinds.map((kind): [string, Samples] => [kind, samples[kind]]))(
  '%s',
  (kind, { field, good, bad, filters, note }) => {
    test('says what it is', () => {
      expect(field.kind).toBe(kind)
      expect(field.label).not.toBe('')
    })

    test('takes what is good, as it comes over the wire, and brings it into the stored form', () => {
      for (const [sent, read] of good) {
        expect(field.input.parse(overJson(sent))).toEqual(read === undefined ? sent : stored(read))
      }
    })

    test('takes what it gave: a record that is read can be written back', () => {
      for (const [, read] of good.filter(([, value]) => value !== undefined)) {
        expect(field.input.parse(overJson(stored(read)))).toEqual(stored(read))
      }
    })

    test('gives what its documentation says', () => {
      for (const [, read] of good.filter(([, value]) => value !== undefined)) {
        expect(overJson(read)).toEqual(read)
        expect(field.output.parse(read)).toEqual(read)
      }
    })

    test('refuses what is bad, with a text that both languages have', () => {
      for (const value of bad) {
        const { success, error } = field.input.safeParse(overJson(value))
        const own =
          error?.issues.map(({ message }) => message).filter((message) => message.startsWith('invalid.')) ?? []

        expect(
          { success, unknown: own.filter((message) => !isWordKey(message)) },
          JSON.stringify(value).slice(0, 80),
        ).toEqual({ success: false, unknown: [] })
      }
    })

    test('is documented, in and out', () => {
      const documents = [
        z.toJSONSchema(field.input, { io: 'input', target: 'draft-2020-12' }),
        z.toJSONSchema(field.output, { target: 'draft-2020-12' }),
      ]
      for (const document of documents) expect(overJson(document)).toEqual(document)
    })

    test('travels to the browser as it is', () => expect(overJson(field.format)).toEqual(field.format))

    test('shows every operator it allows, and no other', () => {
      const shown = new Set(filters.map(({ operator }) => operator))
      const missing = field.operators.filter((operator) => !shown.has(operator))
      expect(missing).toEqual(note && filters.length === 0 ? field.operators : [])
      expect(field.operators).toEqual(expect.arrayContaining([...shown]))
    })

    test.each(filters)('finds by $operator $value', (filter) => {
      expect(found({ field, good, filter })).toEqual(new Set(filter.finds.map((value) => JSON.stringify(value))))
    })
  },
)

/** What the filter finds among the good values and nothing at all, each once. */
function found({ field, good, filter }: { field: Field; good: Samples['good']; filter: FilterSample }): Set<string> {
  const wanted = [filter.value].flat().map((value) => parseFilterValue(field, filter.operator, value))
  const nothing = field.kind === 'manyToMany' || field.kind === 'status' ? [] : [null]
  const candidates = [...good.map(([, read]) => read), ...nothing]
  return new Set(
    candidates
      .filter((value) => matches(field, filter.operator, { value, wanted }))
      .map((value) => JSON.stringify(value)),
  )
}

describe('a kind with options', () => {
  const accepts = (field: Field, value: unknown) => field.input.safeParse(value).success

  test('a mobile telephone is a mobile, here and abroad', () => {
    const field = phone({ mobile: true, whatsapp: true })
    expect(field).toMatchObject({ label: 'Celular', format: { mobile: true, whatsapp: true } })
    expect(['11912345678', '+447911123456', '+12125550123'].map((number) => accepts(field, number))).toEqual([
      true,
      true,
      true,
    ])
    expect(['1132345678', '08001234567', '+442079460958'].map((number) => accepts(field, number))).toEqual([
      false,
      false,
      false,
    ])
  })

  test('today is the bound of the day on which a value is judged, not of the start of the server', () => {
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
    expect([-2, 2].map((offset) => accepts(date('Dia', { latest: 'today' }), day(offset)))).toEqual([true, false])
    expect([-2, 2].map((offset) => accepts(date('Dia', { earliest: 'today' }), day(offset)))).toEqual([false, true])
    expect(date('Dia', { latest: 'today' }).input.safeParse(day(2)).error?.issues[0]?.message).toBe('invalid.future')
  })

  test('a required list holds something', () => {
    expect([
      accepts(multiSelect('Tipo', { loan: 'Comodato' }, { required: true }), []),
      accepts(manyToMany('brand', 'Marcas', { required: true }), []),
    ]).toEqual([false, false])
  })

  test('a virtual value carries the format of the kind it is drawn as', () => {
    const field = virtual('Saldo', decimal('', { scale: 2 }), { from: ['price'], get: () => 1 })
    expect(field.format).toEqual({ as: { kind: 'decimal', format: { scale: 2 } } })
    expect(field.operators).toEqual([])
  })

  test('a bound is told the way its values are read', () => {
    const issue = (field: Field, value: unknown) => field.input.safeParse(value).error?.issues[0]
    expect(issue(samples.money.field, -100_01)).toMatchObject({
      message: 'invalid.tooSmall',
      params: { minimum: '-R$\u00a0100,00' },
    })
    expect(issue(samples.date.field, '1899-12-31')).toMatchObject({
      message: 'invalid.tooEarly',
      params: { minimum: '01/01/1900' },
    })
    expect(issue(samples.decimal.field, 0.0001)).toMatchObject({ message: 'invalid.decimals', params: { maximum: 3 } })
    expect(z.toJSONSchema(samples.money.field.input, { io: 'input' })).toMatchObject({
      type: 'integer',
      minimum: -100_00,
    })
  })

  test('minus zero is zero', () => {
    for (const field of [integer('Número'), decimal('Peso', { scale: 2 }), samples.money.field])
      expect(field.input.parse(-0)).toBe(0)
  })
})
