import type { Database } from '../types.ts'

/** Answers kept at a time, the least recently used goes first. */
const keptAnswers = 500

interface Kept {
  versions: string
  answer: Promise<unknown>
}

/** Keeps answers of the database until one of the tables they were made from changes. */
export class KeptAnswers {
  readonly #database: Database
  readonly #answers = new Map<string, Kept>()

  constructor(database: Database) {
    this.#database = database
  }

  /** The kept answer under this key, or a new one; requests for the same answer share one query. */
  of<T>(key: string, tables: readonly string[], make: () => Promise<T>): Promise<T> {
    const versions = tables.map((table) => this.#database.versionOf(table)).join()
    const kept = this.#answers.get(key)
    this.#answers.delete(key)
    if (kept?.versions === versions) {
      this.#answers.set(key, kept)
      return kept.answer as Promise<T> // stored under a key that only this caller's query makes
    }
    const answer = make()
    this.#answers.set(key, { versions, answer })
    answer.catch(() => this.#answers.delete(key))
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > keptAnswers && oldest !== undefined) this.#answers.delete(oldest)
    return answer
  }
}
