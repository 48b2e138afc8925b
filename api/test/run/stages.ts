import { availableParallelism } from 'node:os'

/** One part of `npm test`. */
export interface Stage {
  readonly name: string
  /** Run by a shell at the root of the repository. */
  readonly command: string
  /** Stages that must have passed before. */
  readonly after?: readonly string[]
  /** Stages that may not run at the same time. */
  readonly apart?: readonly string[]
  /** Runs vitest: `command` gets a reporter, and its tests are counted one by one. */
  readonly tests?: boolean
}

/** How many stages run at a time. */
export const slots = Math.max(2, Math.floor(availableParallelism() / 2))

const workers = Math.max(1, Math.floor(availableParallelism() / slots))

/** Everything that must hold, the longest first. */
export const stages: readonly Stage[] = [
  { name: 'build', command: 'npm run build --silent' },
  project('browser', ['build']),
  project('postgres'),
  project('sqlite'),
  // `npm start` builds, and puts the files of the admin there anew.
  { ...project('delivery', ['build']), apart: ['browser'] },
  { name: 'admin', command: `npm test --workspace admin --silent -- --maxWorkers=${workers}`, tests: true },
  project('unit'),
  { name: 'types', command: 'tsc --noEmit -p api && tsc --noEmit -p api/test/browser && tsc --noEmit -p admin' },
  { name: 'definitions', command: 'tsx api/src/scripts/check.ts' },
  { name: 'lint', command: 'biome ci . --colors=off --error-on-warnings --max-diagnostics=200' },
]

function project(name: string, after: readonly string[] = []): Stage {
  return {
    name,
    command: `npm test --workspace api --silent -- --project ${name} --maxWorkers=${workers}`,
    after,
    tests: true,
  }
}
