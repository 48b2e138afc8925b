import { defineConfig } from 'vitest/config'

const scratch = './test/scratch.ts'
const postgres = './test/postgres.ts'

/** The properties of permissions over as many cases as wanted: never a part of `npm test`. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    testTimeout: 0,
    hookTimeout: 60_000,
    fileParallelism: false,
    projects: [
      project('sqlite', { globalSetup: [scratch], provide: { engine: 'sqlite' } }),
      project('postgres', { globalSetup: [scratch, postgres], provide: { engine: 'postgres' } }),
    ],
  },
})

function project(name: string, test: object) {
  return { extends: true as const, test: { name, include: ['fuzz/**/*.fuzz.ts'], ...test } }
}
