import { constant, type SqlText } from '../sql/text.ts'

/** A file as a record reads it, or null: `StoredFile`. What is known of a file of a record never changes. */
export function fileSql({ engine }: SqlText, column: string): string {
  const pairs = [
    ['id', 'f.key'],
    ['name', 'f.name'],
    ['size', 'f.size'],
    ['type', 'f.type'],
  ].map(([name = '', sql]) => `${constant(name)}, ${sql}`)
  const object = engine === 'sqlite' ? 'json_object' : 'json_build_object'
  const found = `(SELECT ${object}(${pairs.join(', ')}) FROM stored_files f WHERE f.key = ${column})`
  return engine === 'sqlite' ? `json(${found})` : found
}
