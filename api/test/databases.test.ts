import { expect, test } from 'vitest'
import { openDatabase } from '../src/store/database.ts'
import { freshDatabase, type Template } from './databases.ts'

const template: Template = {
  name: 'animals',
  async fill(url) {
    const database = await openDatabase(url)
    await database.sequelize.query('CREATE TABLE animals (name text NOT NULL)')
    await database.sequelize.query("INSERT INTO animals VALUES ('onça')")
    await database.close()
  },
}

test('a fresh database holds what its template holds, and nothing that another test wrote', async () => {
  const [mine, theirs] = [await freshDatabase(template), await freshDatabase(template)]
  const [here, there] = [await openDatabase(mine.url), await openDatabase(theirs.url)]

  await here.sequelize.query("INSERT INTO animals VALUES ('anta')")

  expect(await here.read('SELECT name FROM animals ORDER BY 1')).toEqual([{ name: 'anta' }, { name: 'onça' }])
  expect(await there.read('SELECT name FROM animals')).toEqual([{ name: 'onça' }])
  for (const { close } of [here, there]) await close()
  for (const { drop } of [mine, theirs]) await drop()
})
