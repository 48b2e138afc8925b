import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as kinds from '../../define/kinds/index.ts'
import { inWords, type Resource, type Resources } from '../../define/resource.ts'
import { check, findingText } from '../../derive/check.ts'
import { noAnswers } from '../../derive/diff/answers.ts'
import { refuse } from '../migrate/decide.ts'
import { format } from '../migrate/format.ts'
import { makeMigration } from '../migrate/make.ts'
import { resourceSource, type WantedResource } from './source.ts'

interface Places {
  /** The resources there are. */
  resources: Resources
  /** Where their files and `index.ts` lie. */
  folder: string
  migrations: string
}

/** What was written, by file name. */
export interface Written {
  readonly file: string
  readonly migration: string | undefined
  readonly warnings: string[]
}

/**
 * Writes a resource, its migration, and the line that makes it one of the app's. In that order: a running API that starts
 * again at each file sees the table before the resource. Leaves nothing behind when the definition would not do.
 */
export async function newResource(wanted: WantedResource, { resources, folder, migrations }: Places): Promise<Written> {
  const { name } = wanted
  assertNameable(name, resources)
  const file = `${inWords(name).join('-')}.ts`
  const path = join(folder, file)
  if (existsSync(path)) throw new Error(`${file} exists already.`)
  const source = resourceSource(wanted, resources)
  writeFileSync(path, source)
  try {
    format([path])
    const module: Record<string, Resource> = await import(pathToFileURL(path).href)
    const together = { ...resources, ...module }
    const findings = check(together).filter(({ place }) => place === name || place.startsWith(`${name}.`))
    const errors = findings.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) throw new Error(errors.map(findingText).join('\n'))
    const migration = await makeMigration(together, {
      folder: migrations,
      name: `create-${file.slice(0, -3)}`,
      answers: noAnswers,
      decide: refuse,
    })
    register(join(folder, 'index.ts'), `export { ${name} } from './${file}'`)
    return { file, migration, warnings: findings.map(findingText) }
  } catch (error) {
    rmSync(path)
    throw error
  }
}

/** Sorted by file, one line a resource. */
function register(index: string, line: string): void {
  const lines = readFileSync(index, 'utf8').split('\n').filter(Boolean)
  const isExport = (text: string) => text.startsWith('export { ')
  const exports = [...lines.filter(isExport), line].sort((one, other) => fileOf(one).localeCompare(fileOf(other)))
  writeFileSync(index, `${[...lines.filter((text) => !isExport(text)), ...exports].join('\n')}\n`)
}

function fileOf(line: string): string {
  return /'\.\/(.*)\.ts'/.exec(line)?.[1] ?? line
}

/** Names that an ES module cannot export under; see ECMA-262, 12.7.2. */
const reservedWords =
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield'.split(
    ' ',
  )

function assertNameable(name: string, resources: Resources): void {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
    throw new Error(`"${name}" is not an identifier: write it like paymentMethod, in the singular.`)
  if (Object.hasOwn(resources, name)) throw new Error(`There is a resource "${name}" already.`)
  if (reservedWords.includes(name) || Object.hasOwn(kinds, name) || name === 'defineResource')
    throw new Error(`"${name}" means something else in a definition. Give the resource another name.`)
}
