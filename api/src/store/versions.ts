/** A counter per table that goes up with every committed change: the key under which counts and pages are kept. */
export class TableVersions {
  readonly #versions = new Map<string, number>()
  #epoch = 0

  of(table: string): number {
    return this.#epoch + (this.#versions.get(table) ?? 0)
  }

  changed(table: string): void {
    this.#versions.set(table, (this.#versions.get(table) ?? 0) + 1)
  }

  /** Nothing kept so far may be used: changes may have been missed. */
  changedAll(): void {
    // Larger than any single counter can have grown, so that no sum comes back.
    this.#epoch += 2 ** 32
  }
}
