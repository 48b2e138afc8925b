import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vitest/node'

/** A source file, parsed. */
export interface Source {
  /** From the root of the repository, with `/`. */
  readonly path: string
  readonly text: string
  readonly nodes: readonly Node[]
}

/** A node of the syntax tree (ESTree, with TypeScript's nodes). */
export interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

const notOurs = new Set(['node_modules', 'dist', 'data', 'coverage', '.turbo'])

/** Every file under a folder of the repository that is ours, sorted. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !notOurs.has(name))
    .flatMap((entry) => {
      const path = relative(root, join(root, folder, entry.name))
        .split(sep)
        .join('/')
      return entry.isDirectory() ? filesUnder(path) : [path]
    })
    .sort()
}

/** Reads and parses the TypeScript and JavaScript files among `paths`. */
export function parse(paths: readonly string[]): Source[] {
  return paths
    .filter((path) => /\.(tsx?|mjs)$/.test(path))
    .map((path) => sourceOf(path, readFileSync(join(root, path), 'utf8')))
}

/** Parses one file. */
export function sourceOf(path: string, text: string): Source {
  return { path, text, nodes: [...nodesOf(parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }))] }
}

/** `path:line`, as editors understand it. */
export function placeOf({ path, text }: Source, { start }: { start: number }): string {
  return `${path}:${text.slice(0, start).split('\n').length}`
}

/** Whether a value is a node of the syntax tree. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const element of value) yield* nodesOf(element)
  if (!isNode(value)) return
  yield value
  for (const child of Object.values(value)) yield* nodesOf(child)
}
