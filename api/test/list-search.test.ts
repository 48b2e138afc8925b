import { expect, inject, test } from 'vitest'
import type { Resource } from '../src/define/resource.ts'
import { customer } from '../src/resources/customer.ts'
import { conditionSql } from '../src/store/sql/condition.ts'
import { SqlText } from '../src/store/sql/text.ts'
import { panel } from './panel.ts'
import { fill } from './rows.ts'
import { testWhere } from './where.ts'

async function customers() {
  const opened = await panel()
  const brand = await opened.administrator.make('brand')
  await fill(opened, 'customer', [
    {
      brand: brand.id,
      name: 'João da Silva',
      email: 'joao@exemplo.com.br',
      cpf: '111.444.777-35',
      mobilePhone: '(11) 91234-5678',
    },
    { brand: brand.id, name: 'Conceição 100%_\\', email: 'c_a@exemplo.com.br' },
    { brand: brand.id, name: 'Acme', email: 'contato@acme.com.br', personType: 'company', cnpj: '12.ABC.345/01DE-35' },
  ])
  const found = async (q: string) => {
    const { status, body } = await opened.administrator.list('customer', new URLSearchParams({ q }).toString())
    return status === 200 ? body.map(({ name }: { name: string }) => name.split(' ')[0]) : status
  }
  return { ...opened, found }
}

const searches: [string, string[]][] = [
  ['joao', ['João']],
  ['JOÃO', ['João']],
  ['Joa\u0303o', ['João']],
  ['  silva ', ['João']],
  ['o da s', ['João']],
  ['CONCEICAO', ['Conceição']],
  ['%', ['Conceição']],
  ['_', ['Conceição']],
  ['\\', ['Conceição']],
  ['0%_\\', ['Conceição']],
  ['c_a', ['Conceição']],
  ['c%a', []],
  ["'", []],
  ['"; DROP TABLE customers', []],
  ['exemplo.com', ['Conceição', 'João']],
  ['111.444', ['João']],
  ['44477735', ['João']],
  ['912345678', ['João']],
  ['12.abc.345', ['Acme']],
  ['ninguém', []],
  ['', ['Acme', 'Conceição', 'João']],
  ['   ', ['Acme', 'Conceição', 'João']],
]

test('the search box finds part of any searched field, whatever the case, the accents and the punctuation', async () => {
  const { found } = await customers()
  for (const [q, names] of searches) expect([q, await found(q)]).toEqual([q, names])
})

test('a search is at most 200 characters long', async () => {
  const { found } = await customers()
  expect(await found('x'.repeat(200))).toEqual([])
  expect(await found('x'.repeat(201))).toBe(400)
})

test('a search narrows what filters find, and is counted with them', async () => {
  const { administrator } = await customers()
  const { headers, body } = await administrator.list('customer', 'q=exemplo&personType=person&name_like=silva')
  expect([headers.get('X-Total-Count'), body.length]).toEqual(['1', 1])
})

testWhere(inject('engine') === 'sqlite')('a search for a name walks its index and not the table', async () => {
  const { database } = await panel()
  const text = new SqlText('sqlite')
  const resource: Resource = customer
  const where = conditionSql(text, resource, { is: 'search', in: [{ field: 'name', value: 'joao' }] }, 't')

  const plan = await database.read<{ detail: string }>(
    `EXPLAIN QUERY PLAN SELECT count(*) FROM customers t WHERE ${where}`,
    text.binds,
  )

  expect(plan.map(({ detail }) => detail).filter((detail) => /\bf\b/.test(detail))).toEqual([
    'SCAN f USING COVERING INDEX customers__name_search__id',
  ])
})
