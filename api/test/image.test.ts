import { execFileSync, execSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allOf, composeFile, dockerStages, root } from './docker/files.ts'
import { type RunningPanel, startPanel } from './start-panel.ts'

const folder = mkdtempSync(join(tmpdir(), 'ficha-image-'))
const [build, image] = [join(folder, 'build'), join(folder, 'image')]
const [buildStage, finalStage] = dockerStages()
let panel: RunningPanel

beforeAll(async () => {
  bring(['.npmrc', 'package.json', 'package-lock.json', 'api/package.json', 'api/node.env', 'admin/package.json'])
  // Compiling sqlite3 again would prove nothing: everything but its binary is installed as in the image.
  execSync(`${allOf(buildStage, 'RUN').at(-1)} --ignore-scripts --prefer-offline`, { cwd: build, stdio: 'pipe' })
  bring(['node_modules/sqlite3/build/Release', 'api/dist', 'admin/dist'])
  for (const [from, to] of copiesOf(finalStage)) move(join(build, from), join(image, to))
  panel = await startPanel({
    main: join(image, 'api/dist/main.js'),
    env: { NODE_ENV: 'production', FICHA_SECRET: 'a secret of the tests, forty letters long' },
  })
}, 240_000)

afterAll(async () => {
  await panel?.stop()
  rmSync(folder, { recursive: true, force: true })
}, 240_000)

test('the image, with production dependencies alone, serves the admin and the API', async () => {
  const page = await fetch(panel.url, { headers: { Accept: 'text/html' } })
  const me = await fetch(`${panel.url}/api/auth/me`)

  expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
  expect([me.status, me.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
})

test('the health check of the compose file passes', () => {
  const [, command = '', ...args] = composeFile().services.api?.healthcheck.test ?? []
  const check = () => execFileSync(command, args, { env: { ...process.env, PORT: new URL(panel.url).port } })

  expect(check).not.toThrow()
})

test('a stop signal ends the process in order', async () => {
  expect(await panel.stop()).toEqual({ exitCode: 0 })
})

/** Copies paths of this checkout into the folder that stands for the build stage. */
function bring(paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(build, path)), { recursive: true })
    cpSync(join(root, path), join(build, path), { recursive: true })
  }
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  renameSync(from, to)
}

/** `--from=build /ficha/api/dist api/dist` -> what is copied where. The empty /data folder is left out. */
function copiesOf(stage: Parameters<typeof allOf>[0]): [from: string, to: string][] {
  const copies = allOf(stage, 'COPY').map((rest) => /^--from=build \/ficha\/(\S+) (\S+)$/.exec(rest))
  return copies.flatMap((copy) => (copy?.[1] && copy[2] ? [[copy[1], copy[2]]] : []))
}
