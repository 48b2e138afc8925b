/** A counter per table that goes up with every committed change: the key under which counts and pages are kept. */
export class TableVersions {
  readonly #versions = new Map<string, number>()
  readonly #listeners = new Set<(table?: string) => void>()
  #epoch = 0

  of(table: string): number {
    return this.#epoch + (this.#versions.get(table) ?? 0)
  }

  changed(table: string): void {
    this.#versions.set(table, (this.#versions.get(table) ?? 0) + 1)
    for (const listener of this.#listeners) listener(table)
  }

  /** Nothing kept so far may be used: changes may have been missed. */
  changedAll(): void {
    // Larger than any single counter can have grown, so that no sum comes back.
    this.#epoch += 2 ** 32
    for (const listener of this.#listeners) listener()
  }

  /** Calls the listener whenever the version of one of the tables went up; the answer stops it. */
  onChanged(tables: readonly string[], listener: () => void): () => void {
    const heard = (table?: string) => {
      if (table === undefined || tables.includes(table)) listener()
    }
    this.#listeners.add(heard)
    return () => void this.#listeners.delete(heard)
  }
}
