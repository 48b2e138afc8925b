import { missing } from '../../../access/guard/missing.ts'
import { isScalarIn } from '../../../access/guard/scalar.ts'
import type { Person } from '../../../access/person.ts'
import type { RuleBook } from '../../../access/rules/book.ts'
import type { HeldRule } from '../../../access/rules/held.ts'
import { heldRules } from '../../../access/rules/held-rules.ts'
import type { ActionImpact, GroupDraft, Impact, SubjectImpact } from '../../../contract/permissions.ts'
import type { Group } from '../../../store/groups.ts'
import { personWith, rightsNow } from '../../rights/now.ts'
import { type Asker, demandRules, demandRulesOf } from '../asker.ts'
import { drafted, type Language, languageOf } from '../draft.ts'
import { type Colleague, colleagues } from '../people.ts'
import { vocabularyOf } from '../speech.ts'
import { actionImpact, type Shift } from './action.ts'
import { platformImpact } from './platform.ts'

/**
 * What a draft of a group would change for those who are in it, over all their groups: never beyond what its editor sees. Whether
 * it widens anything is told by its rules alone, also where no record of today shows it.
 * @throws Forbidden, Missing
 */
export async function impact(asker: Asker, draft: GroupDraft): Promise<Impact> {
  const { panel, person } = asker
  if (draft.group === undefined) demandRules(asker)
  else await demandRulesOf(asker, draft.group)
  const { book } = await rightsNow(panel, panel.database, { actor: person.user.id })
  const group = drafted(book, draft)
  const language = languageOf(panel, book, group.audience)
  const [before, after] = [rulesOf(language, book.groups.get(group.id)), rulesOf(language, group)]
  const isScalar = isScalarIn(language.reading.subjects)
  const widening = missing({ actor: [], before, after, speech: language.speech, isScalar }).length > 0
  if (group.audience === 'customers')
    return { widening, users: [], subjects: platformImpact(vocabularyOf(asker, 'customers'), before, after) }
  const members = draft.group === undefined ? [] : await colleagues(asker, book, draft.group)
  const shifts = members.length > 0 ? shiftsOf(book, group, members) : [{ ...whoever(before, after), people: 0 }]
  const users = members.map(({ member: { id, name } }) => ({ id, name }))
  return { widening, users, subjects: await subjectsOf(asker, shifts) }
}

/** What a group gives to whoever is in it. */
function rulesOf({ reading }: Language, group: Group | undefined): HeldRule[] {
  return group?.active ? heldRules([group], reading) : []
}

/** The members before and after, those with the same rights together. */
function shiftsOf(book: RuleBook, group: Group, members: readonly Colleague[]): Shift[] {
  const then: RuleBook = { ...book, groups: new Map([...book.groups, [group.id, group]]) }
  const shifts = new Map<Person, Shift>()
  for (const { person, member } of members) {
    const known = shifts.get(person) ?? { before: person, after: personWith(then, member), people: 0 }
    shifts.set(person, { ...known, people: known.people + 1 })
  }
  return [...shifts.values()]
}

/** Somebody of whom nothing is known but that they are in the group. */
function whoever(before: readonly HeldRule[], after: readonly HeldRule[]): Omit<Shift, 'people'> {
  const nobody = { user: { id: 0, name: '', email: '', mustChangePassword: false }, brand: null, groups: [] }
  const withRules = (rules: readonly HeldRule[]): Person => ({ ...nobody, administrator: false, rules, version: '' })
  return { before: withRules(before), after: withRules(after) }
}

async function subjectsOf(asker: Asker, shifts: readonly Shift[]): Promise<SubjectImpact[]> {
  const subjects: SubjectImpact[] = []
  for (const words of vocabularyOf(asker, 'staff').subjects) {
    const resource = asker.panel.resources[words.name]
    if (!resource) continue
    const changes: ActionImpact[] = []
    for (const action of words.actions) {
      const change = await actionImpact(asker, { resource, words, action, shifts })
      if (change) changes.push(change)
    }
    if (changes.length > 0) subjects.push({ subject: words.name, label: words.label[1], changes })
  }
  return subjects
}
