import { missing } from '../../access/guard/missing.ts'
import { isScalarIn } from '../../access/guard/scalar.ts'
import { lint, type Remark } from '../../access/lint/lint.ts'
import { faultsOf } from '../../access/rules/validate.ts'
import type { FieldError } from '../../contract/errors.ts'
import type { GroupDraft, Missing, Review, RuleRemark } from '../../contract/permissions.ts'
import { type Language, say } from '../../contract/words/index.ts'
import { actionName, enumerated, fieldName, type Speech, subjectName } from '../../derive/words/speech.ts'
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
    warnings: lint({ rules: group.rules, speech, reading, wrong }).map((remark) =>
      remarkOf(words, remark, group.rules[remark.index]?.subject ?? ''),
    ),
    tests: await testResults(asker, rights.book, { ...group, tests: draft.tests ?? [] }),
    missing: missingOf(asker, rights, draft).map((one) => ({ ...one, text: missingText(words, one) })),
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

/** `Clientes: alterar CPF` */
function missingText(words: Speech, { kind, action, subject, field }: Omit<Missing, 'text'>): string {
  const { language } = words
  const what = { subject: subjectName(words, subject), action: actionName(words, subject, action) }
  if (kind === 'deny-removed') return say(language, 'review.denyRemoved', what)
  if (field === undefined) return say(language, 'review.missing', what)
  if (field === '__future__') return say(language, 'review.missingFuture', what)
  return say(language, 'review.missingField', { ...what, field: fieldName(words, subject, field) })
}
