import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Language, languages, words } from './index.ts'

const rooms = [new URL('./', import.meta.url), new URL('./admin/', import.meta.url)]

/** Every key of every file of a language but the labels, as often as it is written. */
async function writtenKeys(language: Language): Promise<string[]> {
  const files = rooms.flatMap((room) =>
    readdirSync(room)
      .filter((name) => name.endsWith(`.${language}.ts`) && !name.startsWith('labels.'))
      .map((name) => new URL(name, room).pathname),
  )
  const modules: Record<string, Record<string, string>>[] = await Promise.all(files.map((file) => import(file)))
  return modules.flatMap((module) => Object.values(module).flatMap((texts) => Object.keys(texts)))
}

test.each(languages)('every text in %s is written once, in a file that is joined', async (language) => {
  const keys = await writtenKeys(language)

  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  expect(keys.toSorted()).toEqual(Object.keys(words[language]).toSorted())
})

test('both languages have the same texts, with the same placeholders', () => {
  const placeholders = (language: Language) =>
    Object.fromEntries(
      Object.entries(words[language]).map(([key, text]) => [
        key,
        [...text.matchAll(/\{\w+\}/g)].map(String).toSorted(),
      ]),
    )

  expect(placeholders('en')).toEqual(placeholders('pt-BR'))
})
