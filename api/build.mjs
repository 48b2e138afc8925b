import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { build } from 'esbuild'

// The API as one file, migrations and seeds included; packages stay in node_modules, where native ones must be.
const { metafile } = await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.js',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  metafile: true,
})

// An installation has no development dependencies, so the bundle may not need one.
const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
const packages = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => nameOf(path)))
const missing = [...new Set(packages)].filter((name) => !isBuiltin(name) && !(name in dependencies))
if (missing.length) throw new Error(`Not among the dependencies in api/package.json: ${missing.join(', ')}`)

/** `hono/utils/http-status` -> `hono`, `@scope/name/part` -> `@scope/name` */
function nameOf(path) {
  return path.split('/', path.startsWith('@') ? 2 : 1).join('/')
}
