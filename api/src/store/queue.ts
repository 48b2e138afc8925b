/**
 * Runs one piece of work after another. SQLite has one writer: without this queue, waiting transactions fill the
 * driver's threads and the holder cannot commit.
 */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
}
