import type { Resource } from '../../define/resource.ts'
import { fieldOf } from '../../derive/columns.ts'

type Subject = Pick<Resource, 'fields' | 'relations'>

/** Whether a field of a subject, `name` or `brand.name` through a relation, holds at most one value. */
export function isScalarIn(subjects: Readonly<Record<string, Subject | undefined>>) {
  const isScalar = (subject: string, path: string): boolean => {
    const [name = '', ...rest] = path.split('.')
    const known = Object.hasOwn(subjects, subject) ? subjects[subject] : undefined
    if (!known) return false
    const field = fieldOf(known, name)
    if (rest.length === 0) return field?.column ? field.column.type !== 'list' && field.column.type !== 'json' : false
    return isScalar(known.relations[name]?.resource ?? field?.format.resource ?? '', rest.join('.'))
  }
  return isScalar
}

/** The same for one subject at a time; for the same subject it is the same function, by which what is worked out is kept. */
export function scalarsBySubject(
  isScalar: ((subject: string, path: string) => boolean) | undefined,
): (subject: string) => ((path: string) => boolean) | undefined {
  const known = new Map<string, (path: string) => boolean>()
  return (subject) => {
    if (!isScalar) return undefined
    const kept = known.get(subject) ?? ((path: string) => isScalar(subject, path))
    known.set(subject, kept)
    return kept
  }
}
