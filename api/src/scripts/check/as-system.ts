import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A place in the definitions where code goes beyond the rights of the person. */
export interface SystemUse {
  /** `customer.migrate.ts:14` */
  readonly place: string
  /** Undefined when none is written there as a text. */
  readonly reason: string | undefined
}

/** Every `asSystem(…)` in the files of a folder. */
export function systemUses(folder: string): SystemUse[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()
    .flatMap((file) => usesIn(file, readFileSync(join(folder, file), 'utf8')))
}

function usesIn(file: string, source: string): SystemUse[] {
  return [...source.matchAll(/\.asSystem\(\s*(?:(['"`])(.*?)\1)?/gs)].map(({ index, 2: reason }) => ({
    place: `${file}:${source.slice(0, index).split('\n').length}`,
    reason: reason?.trim() || undefined,
  }))
}
