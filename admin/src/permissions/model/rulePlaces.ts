import type { Removed } from './ruleEdits.ts'

/** What an editor remembers of rules by their places in the group, while others come and go before them. */
export interface RulePlaces {
  /** Whose parts stand open. */
  readonly open: ReadonlySet<number>
  /** Those in sight although they may speak of something else by now: they were changed here. */
  readonly kept: ReadonlySet<number>
  /** Those taken out, the last one first, each with the place where it would stand now. */
  readonly removed: readonly Removed[]
}

export function placesWith(open: readonly number[]): RulePlaces {
  return { open: new Set(open), kept: new Set(), removed: [] }
}

export function toggled(places: RulePlaces, at: number): RulePlaces {
  const { open } = places
  return { ...places, open: new Set(open.has(at) ? [...open].filter((each) => each !== at) : [...open, at]) }
}

/** A rule was changed here: it stays in sight. */
export function changed(places: RulePlaces, at: number): RulePlaces {
  return { ...places, kept: new Set([...places.kept, at]) }
}

/** A rule came to stand at a place, open; those from there on have moved up. */
export function inserted({ open, kept, removed }: RulePlaces, at: number): RulePlaces {
  const moved = (place: number) => (place >= at ? place + 1 : place)
  return {
    open: new Set([...[...open].map(moved), at]),
    kept: new Set([...[...kept].map(moved), at]),
    removed: movedBy(removed, at),
  }
}

/** Where those that were taken out would stand now: each counts places as they were when it went. */
function movedBy([last, ...earlier]: readonly Removed[], at: number): Removed[] {
  if (!last) return []
  const isBefore = at <= last.at
  return [isBefore ? { ...last, at: last.at + 1 } : last, ...movedBy(earlier, isBefore ? at : at + 1)]
}

/** A rule was taken out of its place; those behind it have moved down. */
export function taken({ open, kept, removed }: RulePlaces, gone: Removed): RulePlaces {
  const others = (places: ReadonlySet<number>) =>
    new Set([...places].filter((place) => place !== gone.at).map((place) => (place > gone.at ? place - 1 : place)))
  return { open: others(open), kept: others(kept), removed: [gone, ...removed] }
}

/** The rule that was taken out last has come back to its place. */
export function restored(places: RulePlaces): RulePlaces {
  const [back, ...removed] = places.removed
  if (!back) return places
  return { ...inserted({ ...places, removed: [] }, back.at), removed }
}
