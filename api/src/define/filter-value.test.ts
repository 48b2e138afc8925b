import { describe, expect, test } from 'vitest'
import { Malformed } from '../contract/errors.ts'
import type { Operator } from '../contract/operators.ts'
import { baseFieldDefinitions } from './base-fields.ts'
import type { Field } from './field.ts'
import { parseFilterValue } from './filter-value.ts'
import { decimal, integer, multiSelect, phone, select, text } from './kinds/index.ts'
import { samples } from './kinds/samples.ts'

describe('a value in a query string', () => {
  const refused = (field: Field, operator: Operator, values: string[]) => {
    for (const value of values) expect(() => parseFilterValue(field, operator, value), value).toThrow(Malformed)
  }

  test('is an integer in one spelling only', () => {
    refused(integer('Número'), 'eq', [
      '1.0',
      ' 1',
      '1 ',
      '1e0',
      '+1',
      '01',
      '-0',
      '0x1',
      '１',
      '',
      'null',
      '9007199254740993',
      'NaN',
      '1,2',
    ])
    expect(parseFilterValue(integer('Número'), 'eq', '-12')).toBe(-12)
  })

  test('is an id from 1 to 2147483647', () => {
    for (const field of [samples.belongsTo.field, samples.manyToMany.field, baseFieldDefinitions.id]) {
      refused(field, 'eq', ['0', '-1', '1.0', ' 1', '1e0', '01', '2147483648', '99999999999', ''])
      expect(parseFilterValue(field, 'eq', '2147483647')).toBe(2_147_483_647)
    }
    refused(samples.belongsTo.field, 'under', ['0', 'x'])
    expect(parseFilterValue(baseFieldDefinitions.id, 'under', '3')).toBe(3)
  })

  test('is a decimal with no more decimals than the field has', () => {
    refused(decimal('Peso', { scale: 2 }), 'eq', [
      '1.005',
      '1,5',
      '.5',
      '1.',
      '1e2',
      '-',
      ' 1',
      '00.5',
      '99999999999999.99',
      'Infinity',
    ])
    expect(parseFilterValue(decimal('Peso', { scale: 2 }), 'gt', '-0.00')).toBe(0)
  })

  test('is true or false, and nothing like them', () => {
    refused(samples.boolean.field, 'eq', ['1', '0', 'TRUE', 'yes', '', ' true'])
    refused(samples.virtual.field, 'eq', ['1', ''])
    refused(text('Nome'), 'null', ['1', '', 'null', 'TRUE'])
    expect([
      parseFilterValue(samples.virtual.field, 'eq', 'false'),
      parseFilterValue(text('Nome'), 'null', 'true'),
    ]).toEqual([false, true])
  })

  test('is a day or an instant that exists', () => {
    refused(samples.date.field, 'gte', ['2026-02-29', '01/01/2026', '2026-01-01T00:00:00Z', 'today', ''])
    refused(samples.dateTime.field, 'gte', ['2026-01-01', '2026-01-01T00:00:00', '2026-02-30T00:00:00Z', ''])
    refused(baseFieldDefinitions.createdAt, 'gte', ['2026-01-01'])
  })

  test('is one of the choices', () => {
    refused(select('Tipo', { loan: 'Comodato' }), 'eq', ['Comodato', 'LOAN', 'toString', ''])
    refused(samples.status.field, 'in', ['gone'])
    refused(multiSelect('Tipo', { loan: 'Comodato' }), 'in', ['sale'])
  })

  test('is a text of at most 500 characters that could be stored', () => {
    refused(text('Nome'), 'eq', ['x'.repeat(501), 'a\u0000', 'a\ud800'])
    refused(text('Nome'), 'like', ['x'.repeat(501), '\u0000'])
    expect(parseFilterValue(text('Nome'), 'eq', ' João ')).toBe('João')
  })

  test('is refused where nothing can be compared', () => {
    refused(samples.json.field, 'eq', ['{}', '1'])
  })

  test('can be one that no record matches', () => {
    expect(parseFilterValue(samples.cpf.field, 'like', 'joão')).toBeUndefined()
    expect(parseFilterValue(phone(), 'like', '+')).toBeUndefined()
    expect(parseFilterValue(text('Nome'), 'like', '')).toBeUndefined()
  })
})
