import type { Rule } from '@ficha/api/contract'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { addRule, type DraftRule, duplicateRule, type Removed, removeRule, restoreRule } from '../model/ruleEdits.ts'
import { changed, inserted, placesWith, type RulePlaces, restored, taken, toggled } from '../model/rulePlaces.ts'
import type { Group } from '../useGroup.ts'

interface RuleCards {
  places: RulePlaces
  /** What can be brought back; absent once it stands among the rules again by another way. */
  lastRemoved: Removed | undefined
  /** Where the cards stand. */
  place: RefObject<HTMLDivElement | null>
  toggle: (at: number) => void
  add: (rule: Pick<Rule, 'subject' | 'actions' | 'inverted'>) => void
  duplicate: (at: number) => void
  remove: (at: number) => void
  /** Brings back what was taken out last. */
  restore: () => void
  /** The rules with the one at a place changed. */
  replace: (at: number, rules: readonly DraftRule[]) => void
}

/** The cards of some rules of a group: which stand open, which stay, which were taken out; one that was just made has the focus. */
export function useRuleCards({ rules, changeRules }: Group, open: readonly number[]): RuleCards {
  const [places, setPlaces] = useState(() => placesWith(open))
  const place = useRef<HTMLDivElement>(null)
  const wanted = useRef<number>(undefined)

  useEffect(() => {
    if (wanted.current === undefined) return
    place.current?.querySelector<HTMLElement>(`[data-rule="${wanted.current}"] button`)?.focus()
    wanted.current = undefined
  })

  function insert(at: number, next: readonly DraftRule[]) {
    wanted.current = at
    setPlaces(inserted(places, at))
    changeRules(next)
  }

  const [last] = places.removed
  const isBack = last?.rule.id !== undefined && rules.some(({ id }) => id === last.rule.id)
  const lastRemoved = isBack ? undefined : last

  return {
    places,
    lastRemoved,
    place,
    toggle: (at) => setPlaces(toggled(places, at)),
    add: (rule) => insert(rules.length, addRule(rules, rule)),
    duplicate: (at) => insert(at + 1, duplicateRule(rules, at)),
    remove(at) {
      const next = removeRule(rules, at)
      if (next.removed) setPlaces(taken(places, next.removed))
      changeRules(next.rules)
    },
    restore() {
      if (!lastRemoved) return
      wanted.current = lastRemoved.at
      setPlaces(restored(places))
      changeRules(restoreRule(rules, lastRemoved))
    },
    replace(at, next) {
      setPlaces(changed(places, at))
      changeRules(next)
    },
  }
}
