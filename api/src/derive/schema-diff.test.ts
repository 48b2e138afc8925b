import { expect, test } from 'vitest'
import { type Answers, inWordsWithFlags, noAnswers } from './diff/answers.ts'
import { indexOf } from './indexes.ts'
import type { ColumnSchema, TableSchema } from './schema.ts'
import { diff } from './schema-diff.ts'

const id: ColumnSchema = { name: 'id', type: 'integer', nullable: false }
const name: ColumnSchema = { name: 'name', type: 'string', length: 80, nullable: false }
const notes: ColumnSchema = { name: 'notes', type: 'text', nullable: true }
const folded = (from: string): ColumnSchema => ({
  name: `${from}_search`,
  type: 'text',
  nullable: true,
  binary: true,
  derived: { as: 'folded', from },
})

function table(columns: ColumnSchema[], rest: Partial<TableSchema> = {}): TableSchema {
  return { name: 'customers', columns: [id, ...columns], indexes: [], ...rest }
}

const answered = (answers: Partial<Answers>): Answers => ({ ...noAnswers, ...answers })

const flagsOf = (before: TableSchema[], after: TableSchema[]) =>
  diff(before, after).questions.flatMap((question) => inWordsWithFlags(question).flags)

test('the same schema needs no step', () => {
  const tables = [table([name, folded('name')], { indexes: [indexOf('customers', ['name_search', 'id'])] })]
  expect(diff(tables, JSON.parse(JSON.stringify(tables)))).toEqual({ steps: [], questions: [] })
})

test('another default changes no table', () => {
  expect(diff([table([name])], [table([{ ...name, default: 'x' }])]).steps).toEqual([])
})

test('new tables come after those they refer to, gone ones before', () => {
  const brand: TableSchema = { name: 'z_brands', columns: [id], indexes: [] }
  const customer = table([
    { name: 'brand_id', type: 'integer', nullable: true, references: { table: 'z_brands', onDelete: 'restrict' } },
  ])
  const made = diff([], [customer, brand]).steps
  const gone = diff([customer, brand], [], answered({ drop: new Set(['customers', 'z_brands']) })).steps
  expect(made.map((step) => step.do === 'createTable' && step.table.name)).toEqual(['z_brands', 'customers'])
  expect(gone).toEqual([
    { do: 'dropTable', table: 'customers' },
    { do: 'dropTable', table: 'z_brands' },
  ])
})

test('a new folded column is filled from the text that was there before', () => {
  const { steps } = diff([table([name])], [table([name, folded('name')])])
  expect(steps.map((step) => step.do)).toEqual(['addColumn', 'derive'])
})

test('a folded column that comes with its text has nothing to be filled from', () => {
  const { steps } = diff([table([])], [table([notes, folded('notes')])])
  expect(steps.map((step) => step.do)).toEqual(['addColumn', 'addColumn'])
})

test('a column that went is asked for, with the flags that answer', () => {
  const before = [table([name])]
  const after = [table([{ ...name, name: 'full_name', default: '' }])]
  expect(flagsOf(before, after)).toEqual(['--rename customers.name=full_name', '--drop customers.name'])
})

test('renaming takes the folded column and its index along', () => {
  const index = (column: string) => ({ indexes: [indexOf('customers', [column, 'id'])] })
  const before = [table([name, folded('name')], index('name_search'))]
  const after = [table([{ ...name, name: 'full_name' }, folded('full_name')], index('full_name_search'))]
  const { steps, questions } = diff(before, after, answered({ rename: new Map([['customers.name', 'full_name']]) }))
  expect(questions).toEqual([])
  expect(steps.map((step) => step.do)).toEqual(['dropIndex', 'renameColumn', 'renameColumn', 'createIndex'])
})

test('a column may be dropped and its folded companion goes unasked', () => {
  const before = [table([name, folded('name')], { indexes: [indexOf('customers', ['name_search', 'id'])] })]
  const { steps, questions } = diff(before, [table([])], answered({ drop: new Set(['customers.name']) }))
  expect(questions).toEqual([])
  expect(steps.map((step) => step.do)).toEqual(['dropIndex', 'dropColumn', 'dropColumn'])
})

test('a renamed table keeps its children', () => {
  const child = (to: string): TableSchema => ({
    name: 'contacts',
    columns: [
      id,
      { name: 'customer_id', type: 'integer', nullable: false, references: { table: to, onDelete: 'cascade' } },
    ],
    indexes: [],
  })
  const { steps } = diff(
    [table([name]), child('customers')],
    [{ ...table([name]), name: 'clients' }, child('clients')],
    answered({ rename: new Map([['customers', 'clients']]) }),
  )
  expect(steps).toEqual([{ do: 'renameTable', table: 'customers', to: 'clients' }])
})

test('a table that went is asked for', () => {
  expect(flagsOf([table([])], [])).toEqual(['--drop customers'])
  expect(flagsOf([table([])], [{ ...table([]), name: 'clients' }])).toEqual([
    '--rename customers=clients',
    '--drop customers',
  ])
})

test('a longer text is unasked, a shorter one is asked for', () => {
  const [short, long] = [[table([name])], [table([{ ...name, length: 120 }])]]
  expect(diff(short, long)).toMatchObject({ steps: [{ do: 'alterColumns' }], questions: [] })
  expect(flagsOf(long, short)).toEqual(['--narrow customers.name'])
  expect(diff(long, short, answered({ narrow: new Set(['customers.name']) })).questions).toEqual([])
})

test('a column that may no longer be empty needs a value for the rows that are', () => {
  const [before, after] = [[table([notes])], [table([{ ...notes, nullable: false }])]]
  expect(flagsOf(before, after)).toEqual(['--fill customers.notes=<text>'])
  const { steps } = diff(before, after, answered({ fill: new Map([['customers.notes', '-']]) }))
  expect(steps).toMatchObject([{ do: 'fill', value: '-' }, { do: 'alterColumns' }])
})

test('a new column that may not be empty needs a default or an answer', () => {
  const amount: ColumnSchema = { name: 'amount', type: 'bigint', nullable: false }
  expect(flagsOf([table([])], [table([amount])])).toEqual(['--fill customers.amount=<bigint>'])
  expect(diff([table([])], [table([{ ...amount, default: 0 }])]).questions).toEqual([])
  expect(diff([table([])], [table([amount])], answered({ fill: new Map([['customers.amount', '5']]) })).steps).toEqual([
    { do: 'addColumn', table: 'customers', column: { ...amount, default: 5 } },
  ])
})

test('a type that keeps no values is a column made anew, with its indexes, once that is allowed', () => {
  const indexes = [indexOf('customers', ['name', 'id'])]
  const before = [table([name], { indexes })]
  const after = [table([{ name: 'name', type: 'date', nullable: true }], { indexes })]
  expect(flagsOf(before, after)).toEqual(['--drop customers.name'])
  const { steps } = diff(before, after, answered({ drop: new Set(['customers.name']) }))
  expect(steps.map((step) => step.do)).toEqual(['dropIndex', 'dropColumn', 'addColumn', 'createIndex'])
})
