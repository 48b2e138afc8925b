import { importsOf } from './imports.ts'
import { isNode, type Source } from './sources.ts'

/**
 * Verbs of `records/` that an address calls and that ask nobody whether the person may: neither by a `demand…` of their own nor
 * by one of what they call. Those in `excused` have another reason.
 */
export function unaskingVerbs(sources: readonly Source[], excused: Readonly<Record<string, string>>): string[] {
  const calls = new Map(sources.filter(({ path }) => isVerbFile(path)).flatMap(callsOf))
  const called = sources
    .filter(({ path }) => path.startsWith('api/src/http/'))
    .flatMap((source) => importsOf(source).flatMap(({ to, names }) => (isVerbFile(to) ? names : [])))
  return [...new Set(called)]
    .filter((name) => calls.has(name) && !Object.hasOwn(excused, name) && !asks(name, calls))
    .toSorted()
}

/** Names that are excused and that no address calls any more. */
export function idleExcuses(sources: readonly Source[], excused: Readonly<Record<string, string>>): string[] {
  const imports = sources.filter(({ path }) => path.startsWith('api/src/http/')).flatMap(importsOf)
  const called = new Set(imports.flatMap(({ names }) => names))
  return Object.keys(excused).filter((name) => !called.has(name))
}

const isVerbFile = (path: string) => path.startsWith('api/src/records/')

type Calls = ReadonlyMap<string, ReadonlySet<string>>

function asks(name: string, calls: Calls, seen: ReadonlySet<string> = new Set()): boolean {
  if (name.startsWith('demand')) return true
  if (seen.has(name)) return false
  return [...(calls.get(name) ?? [])].some((next) => asks(next, calls, new Set([...seen, name])))
}

/** What each function of a file calls by name. */
function callsOf({ nodes }: Source): [string, Set<string>][] {
  return nodes.flatMap((node) => {
    const name = node.type === 'FunctionDeclaration' && isNode(node.id) ? node.id.name : undefined
    return typeof name === 'string' ? [[name, new Set(namesCalled(node))]] : []
  })
}

function namesCalled(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesCalled)
  if (!isNode(value)) return []
  const { callee } = value
  const own = value.type === 'CallExpression' && isNode(callee) && typeof callee.name === 'string' ? [callee.name] : []
  return [...own, ...Object.values(value).flatMap(namesCalled)]
}
