import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const admin = fileURLToPath(new URL('../../admin/dist/', import.meta.url))

/** Prints the gzip size of what the admin's page asks for before anything is clicked, and of all its scripts. */
export function firstLoad(): void {
  if (!existsSync(admin)) return console.log('\nThe admin has not been built; npm run build makes it measurable.')
  const html = readFileSync(join(admin, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) => path ?? '')
  const all = readdirSync(join(admin, 'assets')).filter((name) => name.endsWith('.js')).map((name) => `assets/${name}`)
  console.log(`\nJavaScript, gzip: entry ${kilobytes(named)} kB, everything ${kilobytes(all)} kB`)
}

function kilobytes(paths: readonly string[]): number {
  const bytes = [...new Set(paths)].reduce((sum, path) => sum + gzipSync(readFileSync(join(admin, path)), { level: 9 }).length, 0)
  return Math.round(bytes / 100) / 10
}
