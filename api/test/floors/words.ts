import { isNode, type Node, placeOf, type Source } from './sources.ts'

/** On SQLite these rebuild the table and silently delete the rows that refer to it. */
const destructive = new Set(['changeColumn', 'removeColumn', 'renameColumn'])

/** Calls that lose data on SQLite: `changeColumn`, `removeColumn`, `renameColumn` and `sync({ alter })`. */
export function destructiveCalls(source: Source): string[] {
  return source.nodes.flatMap((node) => {
    const name = calledName(node)
    if (!name) return []
    const alters = name === 'sync' && hasAlter(node)
    return destructive.has(name) || alters
      ? [`${placeOf(source, node)}  ${name} loses rows on SQLite: write the ALTER TABLE`]
      : []
  })
}

/** Casts through `unknown`, which silence the compiler altogether. */
export function doubleCasts(source: Source): string[] {
  return source.nodes.flatMap((node) => {
    const inner = node.type === 'TSAsExpression' && isNode(node.expression) ? node.expression : undefined
    const throughUnknown =
      inner?.type === 'TSAsExpression' &&
      isNode(inner.typeAnnotation) &&
      inner.typeAnnotation.type === 'TSUnknownKeyword'
    return throughUnknown ? [`${placeOf(source, node)}  "as unknown as"`] : []
  })
}

/** Comments that promise something and name no issue. */
export function promises(source: Source): string[] {
  const found = source.text.matchAll(/(?:\/\/|\/?\*) .*\b(TODO|FIXME)\b(?!.*#\d)/g)
  return [...found].map(
    (match) => `${placeOf(source, { start: match.index })}  ${match[1]} without the number of an issue`,
  )
}

function calledName(node: Node): string | undefined {
  if (node.type !== 'CallExpression' || !isNode(node.callee) || node.callee.type !== 'MemberExpression')
    return undefined
  const { property } = node.callee
  return isNode(property) && typeof property.name === 'string' ? property.name : undefined
}

function hasAlter(call: Node): boolean {
  const [options] = Array.isArray(call.arguments) ? call.arguments : []
  return isNode(options) && JSON.stringify(options).includes('"name":"alter"')
}
