import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TableSchema } from '../../derive/schema.ts'
import type { Step } from '../../derive/steps.ts'
import { format } from './format.ts'
import { indexSource, migrationSource } from './source.ts'

/** Where the migrations of Ficha lie. */
export const migrationsFolder = fileURLToPath(new URL('../../../migrations/', import.meta.url))

/** The tables that the migrations make, as of the last one. */
export function readSnapshot(folder: string): TableSchema[] {
  const file = join(folder, 'schema.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

/** Names of the migrations, in the order they run. */
export function migrationNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /^\d{14}-.*\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

/** Names that `index.ts` lists: a bundle cannot look into folders, so what is not there does not run. */
export function listedNames(folder: string): string[] {
  const file = join(folder, 'index.ts')
  return existsSync(file)
    ? [...readFileSync(file, 'utf8').matchAll(/name: '([^']+)'/g)].flatMap(([, name]) => name ?? [])
    : []
}

/** Writes a migration with the snapshot it leads to, and lists it. */
export function writeMigration(
  folder: string,
  { name, steps, tables }: { name: string; steps: readonly Step[]; tables: readonly TableSchema[] },
): void {
  const files = { [`${name}.ts`]: migrationSource(steps), 'schema.json': JSON.stringify(tables) }
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  writeIndex(folder, Object.keys(files))
}

/** Writes `index.ts`, and formats it with `others`. */
export function writeIndex(folder: string, others: readonly string[] = []): void {
  writeFileSync(join(folder, 'index.ts'), indexSource(migrationNames(folder)))
  format(['index.ts', ...others].map((file) => join(folder, file)))
}
