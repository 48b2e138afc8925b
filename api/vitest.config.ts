import { defineConfig, type TestProjectConfiguration } from 'vitest/config'

/** Tests about texts, types and files: they need no database, so once is enough. */
const once = ['floors', 'compose'].map((name) => `test/${name}.test.ts`)

/** Rooms below the database. Their tests lie beside the files. */
const pure = ['contract', 'define', 'derive', 'resources', 'scripts', 'access/guard', 'access/rules'].map(
  (room) => `src/${room}/**/*.test.ts`,
)

/** The built panel in a real Chromium. */
const browser = ['test/browser/**/*.test.ts']

/** What someone gets who follows the README or builds the image. */
const delivery = ['test/readme.test.ts', 'test/image.test.ts']

/** Everything else runs on both engines, unchanged. */
const everywhere = {
  setupFiles: ['./test/argon2/setup.ts'],
  include: ['test/**/*.test.ts', 'src/**/*.test.ts', '../seeds/**/*.test.ts'],
  exclude: [...once, ...pure, ...browser, ...delivery],
}

/** Files share a process and its modules: to load these costs more than most files have to test. */
const together = { isolate: false }

const scratch = './test/scratch.ts'
const postgres = './test/postgres.ts'

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      project('unit', { ...together, include: [...once, ...pure] }),
      project('sqlite', { ...everywhere, ...together, globalSetup: [scratch], provide: { engine: 'sqlite' } }),
      project('postgres', {
        ...everywhere,
        ...together,
        globalSetup: [scratch, postgres],
        provide: { engine: 'postgres' },
      }),
      project('browser', {
        include: browser,
        testTimeout: 120_000,
        fileParallelism: false,
        expect: { poll: { timeout: 15_000 } },
      }),
      project('delivery', { include: delivery, testTimeout: 300_000 }),
    ],
  },
})

function project(name: string, test: object): TestProjectConfiguration {
  return { extends: true, test: { name, ...test } }
}
