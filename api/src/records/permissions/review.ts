import { missing } from '../../access/guard/missing.ts'
import { isScalarIn } from '../../access/guard/scalar.ts'
import { lint, type Remark } from '../../access/lint/lint.ts'
import { faultsOf } from '../../access/rules/validate.ts'
import type { FieldError } from '../../contract/errors.ts'
import type { GroupDraft, Missing, Review, Rule, RuleRemark } from '../../contract/permissions.ts'
import { type Language, say } from '../../contract/words/index.ts'
import { actionName, enumerated, fieldName, type Speech, subjectName, subjectOf } from '../../derive/words/speech.ts'
import { symbolicRules } from '../rights/groups.ts'
import { formsOf, type Rights, rightsNow } from '../rights/now.ts'
import { type Asker, demandRules, demandRulesOf } from './asker.ts'
import { drafted, languageOf } from './draft.ts'
import { testResults } from './group-tests.ts'
import { speechFor } from './speech.ts'

/**
 * What is to be said of a group before it is saved: what is wrong with its rules, what is odd, which tests fail, and what of it its
 * editor does not have.
 * @throws Forbidden, Missing
 */
export async function review(asker: Asker, draft: GroupDraft): Promise<Review> {
  const { panel, person } = asker
  if (draft.group === undefined) demandRules(asker)
  else await demandRulesOf(asker, draft.group)
  const rights = await rightsNow(panel, panel.database, { actor: person.user.id })
  const group = drafted(rights.book, draft)
  const { speech, reading } = languageOf(panel, rights.book, group.audience)
  const faults = faultsOf(group.rules, speech, reading)
  const wrong = new Set(faults.map(({ index }) => index))
  const words = await speechFor(asker, [], group.audience)
  return {
    errors: faults.map(({ index, code, error }) => ({ index, code, text: textOf(error, asker.language) })),
    warnings: lint({ rules: group.rules, reading, wrong }).map((remark) =>
      remarkOf(words, remark, group.rules[remark.index]?.subject ?? ''),
    ),
    tests: await testResults(asker, rights.book, { ...group, tests: draft.tests ?? [] }),
    missing: toldOf(words, group.rules, missingOf(asker, rights, draft)),
  }
}

function textOf(error: FieldError, language: Language): string {
  return 'text' in error ? error.text : say(language, error.key, error.params)
}

function remarkOf(words: Speech, { index, code, key, number = 0, fields = [] }: Remark, subject: string): RuleRemark {
  const named = enumerated(
    fields.map((name) => fieldName(words, subject, name)),
    words.language,
  )
  return { index, code, text: say(words.language, key, { number, fields: named }) }
}

/** What the draft gives beyond what the group gave and what its editor has. Groups for customers give nothing in the panel. */
function missingOf({ panel }: Asker, { book, speech, actor }: Rights, draft: GroupDraft): Omit<Missing, 'text'>[] {
  const group = drafted(book, draft)
  if (!actor || actor.person.administrator || group.audience === 'customers') return []
  return missing({
    actor: formsOf(book, actor.person),
    before: symbolicRules(book, book.groups.get(draft.group ?? 0)),
    after: symbolicRules(book, group),
    speech,
    isScalar: isScalarIn(panel.resources),
  })
}

/** What is missing in words; names that the editor neither may know nor wrote are not told. */
function toldOf(words: Speech, rules: readonly Rule[], found: readonly Omit<Missing, 'text'>[]): Missing[] {
  const written = (subject: string) => rules.filter((rule) => rule.subject === subject)
  const told = found.filter(({ action, subject, field }) => {
    const known = subjectOf(words, subject)
    const isAction = known?.actions.some(({ name }) => name === action) || isCommon(action)
    const isField = field === undefined || field === '__future__' || known?.fields.some(({ name }) => name === field)
    return (
      (subject === 'all' || known || written(subject).length > 0) &&
      (isAction || written(subject).some(({ actions }) => actions.includes(action))) &&
      (isField || written(subject).some(({ fields }) => fields?.includes(field ?? '')))
    )
  })
  const [first] = found
  if (told.length === 0 && first)
    return [{ kind: first.kind, action: 'manage', subject: 'all', text: say(words.language, 'review.missingOther') }]
  return told.map((one) => ({ ...one, text: missingText(words, one) }))
}

const isCommon = (action: string) => ['read', 'create', 'update', 'delete', 'manage'].includes(action)

/** `Clientes: alterar CPF` */
function missingText(words: Speech, { kind, action, subject, field }: Omit<Missing, 'text'>): string {
  const { language } = words
  const what = { subject: subjectName(words, subject), action: actionName(words, subject, action) }
  if (kind === 'deny-removed') return say(language, 'review.denyRemoved', what)
  if (field === undefined) return say(language, 'review.missing', what)
  if (field === '__future__') return say(language, 'review.missingFuture', what)
  return say(language, 'review.missingField', { ...what, field: fieldName(words, subject, field) })
}
