import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { account, benchDatabase, brands } from './data.ts'
import { firstLoad } from './first-load.ts'
import { type Variant, measure, median } from './measure.ts'

/**
 * `npm run bench -- [--customers 100000] [--rounds 5] [--seconds 3]`: how far the real answers are from the least that could be done.
 * All variants answer from one process and one file, in turn, round after round; medians are printed and ratios of medians.
 */
const options = Object.fromEntries([...process.argv.slice(2).join(' ').matchAll(/--(\w+)[ =](\d+)/g)].map(([, name, value]) => [name, Number(value)]))
const { customers = 100_000, rounds = 5, seconds = 3 } = options

const file = await benchDatabase(customers)
const server = fork(fileURLToPath(new URL('./server.ts', import.meta.url)), [file], { execArgv: ['--import', 'tsx'], env: { ...process.env, UV_THREADPOOL_SIZE: '8' } })
const [port] = await once(server, 'message')
const origin = `http://127.0.0.1:${port}`

const signedIn = await fetch(`${origin}/api/auth/sign-in`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
  body: JSON.stringify({ email: account.email, password: account.password }),
})
const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''

const fields = 'name,cpf,cnpj,brand,mobilePhone,status,paymentStatus,updatedAt'
// More pages than are kept in memory, so that every request asks the database.
const pages = Array.from({ length: 900 }, (_, index) => ({ brand: Math.ceil(brands / 50) + 1 + (index % 45), start: Math.floor(index / 45) * 25 }))
const list = ({ brand, start }: (typeof pages)[number]) =>
  `/api/customers?_start=${start}&_end=${start + 25}&_sort=name&_order=asc&status=active&brand_under=${brand}&_fields=${fields}`
const ids = Array.from({ length: 900 }, (_, index) => 1 + ((index * 7919) % customers))

const variants: Variant[] = [
  { name: 'static JSON', paths: ['/static'] },
  { name: 'list, hand-written rows', paths: pages.map(({ brand, start }) => `/hand/rows?brand=${brand}&start=${start}`) },
  { name: 'list, hand-written JSON in SQL', paths: pages.map(({ brand, start }) => `/hand/json?brand=${brand}&start=${start}`) },
  { name: 'list, stock Sequelize', paths: pages.map(({ brand, start }) => `/hand/stock?brand=${brand}&start=${start}`) },
  { name: 'list, Ficha', paths: pages.map(list) },
  { name: 'list, Ficha, unchanged', paths: pages.slice(0, 1).map(list) },
  { name: 'one, hand-written', paths: ids.map((id) => `/hand/one/${id}`) },
  { name: 'one, Ficha', paths: ids.map((id) => `/api/customers/${id}`) },
  { name: 'search "joao", Ficha', paths: Array.from({ length: 600 }, (_, index) => `/api/customers?q=joao&_start=${index * 25}&_end=${index * 25 + 25}&_fields=${fields}`) },
]

const rates = await measure(origin, variants, { rounds, seconds, cookie })
server.kill()

console.log(`\n${customers} customers, ${brands} brands, SQLite; medians of ${rounds} rounds of ${seconds} s, 8 connections\n`)
for (const { name } of variants) console.log(`${name.padEnd(34)} ${Math.round(median(rates.get(name) ?? [])).toString().padStart(7)} requests/s`)

const ratio = (name: string, against: string) => median(rates.get(name) ?? []) / median(rates.get(against) ?? [])
console.log('')
for (const [name, against, target] of [
  ['list, Ficha', 'list, hand-written rows', '>= 80 %'],
  ['list, Ficha', 'list, hand-written JSON in SQL', '>= 65 %'],
  ['list, Ficha', 'list, stock Sequelize', '>= 700 %'],
  ['list, Ficha, unchanged', 'static JSON', '>= 60 %'],
  ['one, Ficha', 'one, hand-written', ''],
] as const) {
  console.log(`${name} : ${against}`.padEnd(56), `${(ratio(name, against) * 100).toFixed(0)} %`.padStart(7), target && `  target ${target}`)
}
firstLoad()
