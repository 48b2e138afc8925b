import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The README of the repository. */
export const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The fenced blocks in one language: `sh`, `ts`. */
export function blocksIn(language: string): string[] {
  return [...readme.matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, tag, text]) =>
    tag === language && text ? [text] : [],
  )
}

/** Every command of the `sh` blocks, without comments and prompts. */
export function commands(): string[] {
  return blocksIn('sh')
    .flatMap((block) => block.split(/\n|&&/))
    .map((line) => line.replace(/^\$ |\s+#.*$|^#.*$/g, '').trim())
    .filter((line) => line !== '')
}

/** Files of the repository that the README links to or shows. */
export function linkedFiles(): string[] {
  return [...readme.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)/g)].flatMap(([, path]) => path ?? [])
}
