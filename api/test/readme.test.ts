import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { blocksIn, commands, linkedFiles, readme, root } from './readme/blocks.ts'
import { complaintsAbout } from './readme/compile.ts'
import { npmStart } from './readme/start.ts'

/** Commands that are proved elsewhere: by the image, by this very run, or by the tests of the scripts. */
const beside = [
  /^npm ci$/,
  /^npm test( -- [\w ]+)?$/,
  /^docker compose up( -d)?$/,
  /^FICHA_SECRET="\$\(openssl rand -base64 32\)" docker compose up$/,
  /^git clone \S+$/,
  /^cd \w+$/,
]

test('every command of the README exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const isScript = (command: string) => {
    const name = /^npm (?:run )?([\w:]+)/.exec(command)?.[1]
    return name !== undefined && name in scripts
  }

  expect(commands().filter((command) => !isScript(command) && !beside.some((known) => known.test(command)))).toEqual([])
})

test('npm start ends in a panel that one can sign in to with what it prints', async () => {
  expect(commands()).toContain('npm start')
  const { printed, stop } = await npmStart()
  onTestFinished(stop)
  const [, url = ''] = /Ficha is ready: (\S+)/.exec(printed) ?? []
  const [, email, password] = /Demo sign-in: (\S+) +(\S+)/.exec(printed) ?? []

  const answer = await fetch(`${url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ email, password }),
  })

  expect(answer.status).toBe(200)
})

test('the code of the README compiles', () => {
  const code = blocksIn('ts')

  expect(code).not.toEqual([])
  expect(complaintsAbout(code)).toBe('')
})

test('the README names every setting, and none that does not exist', () => {
  const source = readFileSync(join(root, 'api/src/settings.ts'), 'utf8')
  const settings = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].flatMap(([, name]) => name ?? [])
  const firstColumns = [...readme.matchAll(/^\|([^|]+)\|/gm)].flatMap(([, column]) => column ?? [])
  const documented = firstColumns.flatMap((column) =>
    [...column.matchAll(/`([A-Z][A-Z_]+)`/g)].flatMap(([, name]) => name ?? []),
  )

  expect(documented.sort()).toEqual(settings.sort())
})

test('what the README shows and links to is there', () => {
  expect(linkedFiles().filter((path) => !existsSync(join(root, path)))).toEqual([])
})
