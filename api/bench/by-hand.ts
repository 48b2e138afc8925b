import { Hono } from 'hono'
import { DataTypes, Sequelize } from 'sequelize'
import sqlite3 from 'sqlite3'

type Row = Record<string, unknown>

/** What the list page shows, in the shortest honest code: bare Hono, the driver, prepared statements, the count kept. */
export function byHand(file: string): Hono {
  const connection = new sqlite3.Database(file)
  connection.exec('PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=1000000000;')
  const prepare = (sql: string) => {
    const statement = connection.prepare(sql)
    return (binds: unknown[]) =>
      new Promise<Row[]>((resolve, reject) =>
        statement.all(binds, (error: Error | null, rows: Row[]) => (error ? reject(error) : resolve(rows))),
      )
  }
  const below = prepare(
    'SELECT id FROM brands WHERE path >= (SELECT path FROM brands WHERE id = ?1) AND path < (SELECT substr(path, 1, length(path) - 1) FROM brands WHERE id = ?1) || char(48)',
  )
  const where = `c.brand_id IN (SELECT value FROM json_each(?1)) AND c.status = 'active'`
  const columns = ['id', 'version', 'name', 'cpf', 'cnpj', 'mobile_phone', 'status', 'payment_status', 'updated_at']
  const page = prepare(
    `SELECT ${columns.map((column) => `c.${column}`).join(', ')}, c.brand_id, b.name AS brand_name FROM (SELECT c.id FROM customers c WHERE ${where} ORDER BY c.name_search, c.id LIMIT 25 OFFSET ?2) p JOIN customers c ON c.id = p.id JOIN brands b ON b.id = c.brand_id ORDER BY c.name_search, c.id`,
  )
  const json = prepare(
    `SELECT json_group_array(json_object(${columns.map((column) => `'${column}', c.${column}`).join(', ')}, 'brand', json_object('id', c.brand_id, 'title', b.name))) AS rows FROM (SELECT c.id FROM customers c WHERE ${where} ORDER BY c.name_search, c.id LIMIT 25 OFFSET ?2) p JOIN customers c ON c.id = p.id JOIN brands b ON b.id = c.brand_id`,
  )
  const count = prepare(`SELECT count(*) AS total FROM customers c WHERE ${where}`)
  const one = prepare(
    'SELECT c.*, b.name AS brand_name FROM customers c JOIN brands b ON b.id = c.brand_id WHERE c.id = ?1',
  )
  const subtrees = new Map<string, string>()
  const totals = new Map<string, number>()

  const prepared = async (brand: string) => {
    const subtree = subtrees.get(brand) ?? JSON.stringify((await below([brand])).map(({ id }) => id))
    subtrees.set(brand, subtree)
    const total = totals.get(brand) ?? Number((await count([subtree]))[0]?.total)
    totals.set(brand, total)
    return { subtree, total: String(total) }
  }

  return new Hono()
    .get('/rows', async (c) => {
      const { subtree, total } = await prepared(c.req.query('brand') ?? '')
      const rows = await page([subtree, Number(c.req.query('start') ?? 0)])
      for (const row of rows) {
        row.brand = { id: row.brand_id, title: row.brand_name }
        row.brand_id = undefined
        row.brand_name = undefined
      }
      c.header('X-Total-Count', total)
      return c.json(rows)
    })
    .get('/json', async (c) => {
      const { subtree, total } = await prepared(c.req.query('brand') ?? '')
      const [answer] = await json([subtree, Number(c.req.query('start') ?? 0)])
      c.header('X-Total-Count', total)
      return c.body(String(answer?.rows), 200, { 'Content-Type': 'application/json' })
    })
    .get('/one/:id', async (c) => c.json((await one([Number(c.req.param('id'))]))[0] ?? null))
    .route('/stock', stock(file, below))
}

/** The same page as Sequelize's handbook would have it. */
function stock(file: string, below: (binds: unknown[]) => Promise<Row[]>): Hono {
  const sequelize = new Sequelize({
    dialect: 'sqlite',
    storage: file,
    logging: false,
    define: { timestamps: false, underscored: true },
  })
  const Brand = sequelize.define('brand', { name: DataTypes.STRING }, { tableName: 'brands' })
  const texts = ['name', 'nameSearch', 'cpf', 'cnpj', 'mobilePhone', 'status', 'paymentStatus']
  const Customer = sequelize.define(
    'customer',
    {
      ...Object.fromEntries(texts.map((name) => [name, DataTypes.STRING])),
      version: DataTypes.INTEGER,
      updatedAt: DataTypes.DATE,
    },
    { tableName: 'customers' },
  )
  Customer.belongsTo(Brand)
  return new Hono().get('/', async (c) => {
    const ids = (await below([c.req.query('brand')])).map(({ id }) => id)
    const { rows, count } = await Customer.findAndCountAll({
      where: { brandId: ids, status: 'active' },
      include: Brand,
      order: [
        ['nameSearch', 'ASC'],
        ['id', 'ASC'],
      ],
      limit: 25,
      offset: Number(c.req.query('start') ?? 0),
    })
    c.header('X-Total-Count', String(count))
    return c.json(rows)
  })
}
