import { posix } from 'node:path'
import { isNode, type Node, placeOf, type Source } from './sources.ts'

/** One import, export-from, `import()` or `import('…')` type. */
export interface Import {
  /** The file that imports. */
  readonly from: string
  /** A path from the root of the repository, or the name of a package. */
  readonly to: string
  /** What it takes by name. */
  readonly names: readonly string[]
  readonly place: string
}

/** All imports of a file, those of types too: a floor is about who knows whom. */
export function importsOf(source: Source): Import[] {
  return source.nodes.flatMap((node) => {
    const target = isNode(node.source) ? node.source.value : undefined
    if (typeof target !== 'string') return []
    const to = target.startsWith('.') ? posix.join(posix.dirname(source.path), target) : target
    return [{ from: source.path, to, names: namesOf(node), place: placeOf(source, node) }]
  })
}

function namesOf({ specifiers }: Node): string[] {
  if (!Array.isArray(specifiers)) return []
  return specifiers.flatMap(({ imported }) =>
    isNode(imported) && typeof imported.name === 'string' ? [imported.name] : [],
  )
}
