import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { account, agent, benchDatabase, brands } from './data.ts'
import { firstLoad } from './first-load.ts'
import { type Figure, measure, median, type Variant } from './measure.ts'

/**
 * `npm run bench -- [--customers 100000] [--rounds 5] [--seconds 3]`: how far the real answers are from the least that could be done.
 * All variants answer from one process and one file, in turn, round after round; medians are printed and ratios of medians.
 */
const options = Object.fromEntries(
  [
    ...process.argv
      .slice(2)
      .join(' ')
      .matchAll(/--(\w+)[ =](\d+)/g),
  ].map(([, name, value]) => [name, Number(value)]),
)
const { customers = 100_000, rounds = 5, seconds = 3 } = options

const file = await benchDatabase(customers)
const server = fork(fileURLToPath(new URL('./server.ts', import.meta.url)), [file], {
  execArgv: ['--import', 'tsx'],
  env: { ...process.env, UV_THREADPOOL_SIZE: '8' },
})
const [port] = await once(server, 'message')
const origin = `http://127.0.0.1:${port}`

const cookie = await signIn(account)

const fields = 'name,cpf,cnpj,brand,mobilePhone,status,paymentStatus,updatedAt'
// More pages than are kept in memory, so that every request asks the database.
const pages = Array.from({ length: 900 }, (_, index) => ({
  brand: Math.ceil(brands / 50) + 1 + (index % 45),
  start: Math.floor(index / 45) * 25,
}))
const list = ({ brand, start }: (typeof pages)[number]) =>
  `/api/customers?_start=${start}&_end=${start + 25}&_sort=name&_order=asc&status=active&brand_under=${brand}&_fields=${fields}`
const ids = Array.from({ length: 900 }, (_, index) => 1 + ((index * 7919) % customers))

const variants: Variant[] = [
  { name: 'static JSON', paths: ['/static'] },
  {
    name: 'list, hand-written rows',
    paths: pages.map(({ brand, start }) => `/hand/rows?brand=${brand}&start=${start}`),
  },
  {
    name: 'list, hand-written JSON in SQL',
    paths: pages.map(({ brand, start }) => `/hand/json?brand=${brand}&start=${start}`),
  },
  {
    name: 'list, stock Sequelize',
    paths: pages.map(({ brand, start }) => `/hand/stock?brand=${brand}&start=${start}`),
  },
  { name: 'list, Ficha', paths: pages.map(list) },
  { name: 'list, Ficha, conditional fields', paths: pages.map(list), cookie: await signIn(agent) },
  { name: 'list, Ficha, unchanged', paths: pages.slice(0, 1).map(list) },
  { name: 'one, hand-written', paths: ids.map((id) => `/hand/one/${id}`) },
  { name: 'one, Ficha', paths: ids.map((id) => `/api/customers/${id}`) },
  {
    name: 'search "joao", Ficha',
    paths: Array.from(
      { length: 600 },
      (_, index) => `/api/customers?q=joao&_start=${index * 25}&_end=${index * 25 + 25}&_fields=${fields}`,
    ),
  },
]

const figures = await measure(origin, variants, { server, rounds, seconds, cookie })

console.log(
  `\n${customers} customers, ${brands} brands, SQLite; medians of ${rounds} rounds of ${seconds} s, 8 connections\n`,
)
const middle = (name: string, figure: keyof Figure) => median((figures.get(name) ?? []).map((round) => round[figure]))
for (const { name } of variants) {
  console.log(
    `${name.padEnd(34)} ${Math.round(middle(name, 'perSecond')).toString().padStart(7)} requests/s ${Math.round(middle(name, 'cpu')).toString().padStart(7)} µs of processor a request`,
  )
}

console.log('\nrequests/s against the other, and the same by processor time')
for (const [name, against, target] of [
  ['list, Ficha', 'list, hand-written rows', '>= 80 %'],
  ['list, Ficha', 'list, hand-written JSON in SQL', '>= 65 %'],
  ['list, Ficha', 'list, stock Sequelize', '>= 700 %'],
  ['list, Ficha, conditional fields', 'list, Ficha', '>= 85 %'],
  ['list, Ficha, unchanged', 'static JSON', '>= 60 %'],
  ['one, Ficha', 'one, hand-written', ''],
] as const) {
  const rate = middle(name, 'perSecond') / middle(against, 'perSecond')
  const cpu = middle(against, 'cpu') / middle(name, 'cpu')
  console.log(`${name} : ${against}`.padEnd(56), percent(rate), percent(cpu), target && `  target ${target}`)
}
await firstLoad({ origin: origin.replace('127.0.0.1', 'localhost'), cookie })
server.kill()

async function signIn({ email, password }: { email: string; password: string }): Promise<string> {
  const answer = await fetch(`${origin}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify({ email, password }),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`.padStart(8)
}
