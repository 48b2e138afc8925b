import { expect, inject, test } from 'vitest'
import type { Resource } from '../src/define/resource.ts'
import * as shipped from '../src/resources/index.ts'
import { always, conditionSql } from '../src/store/sql/condition.ts'
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

/** The statement of a search in one field, for every field that a search box of the shipped product looks into. */
function planned(engine: 'sqlite' | 'postgres') {
  return Object.values<Resource>(shipped).flatMap((resource) =>
    resource.list.search.map((field) => {
      const text = new SqlText(engine, shipped)
      const where = conditionSql(text, resource, { is: 'search', in: [{ field, value: '12345', where: always }] }, 't')
      return {
        place: `${resource.name}.${field}`,
        sql: `SELECT count(*) FROM ${resource.table} t WHERE ${where}`,
        binds: text.binds,
      }
    }),
  )
}

testWhere(inject('engine') === 'sqlite')('a search walks an index and not the table', async () => {
  const { database } = await panel()
  for (const { place, sql, binds } of planned('sqlite')) {
    const plan = await database.read<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, binds)
    const looked = plan.map(({ detail }) => detail).filter((detail) => /\bf\b/.test(detail))
    expect([place, ...looked]).toEqual([place, expect.stringMatching(/^\w+ f USING COVERING INDEX /)])
  }
})

testWhere(inject('engine') === 'postgres')('a search looks trigrams up', async () => {
  const { database } = await panel()
  await database.write(async (scope) => {
    // An empty table is soonest read as a whole.
    for (const way of ['seqscan', 'indexscan', 'indexonlyscan']) await scope.run(`SET LOCAL enable_${way} = off`)
    for (const { place, sql, binds } of planned('postgres')) {
      const plan = await scope.read<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, binds)
      expect([place, plan.map((line) => line['QUERY PLAN']).join()]).toEqual([
        place,
        expect.stringMatching(/Bitmap Index Scan on \w+__trigram/),
      ])
    }
  })
})
