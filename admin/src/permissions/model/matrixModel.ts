import {
  fieldedActions,
  type Rule,
  type SubjectVocabulary,
  standardActions,
  type Vocabulary,
} from '@ficha/api/contract'

/** Whether an action is granted: nowhere, on some records or fields, or on all there are and will be. */
export type Granted = 'none' | 'some' | 'all'

/** One action on one subject. */
export interface Cell {
  action: string
  label: string
  granted: Granted
  /** A rule takes something away here. */
  denied: boolean
  /** A rule that speaks of it names something that has gone. */
  needsReview: boolean
  /** Places of the rules that speak of it, those about everything too. */
  rules: readonly number[]
}

export interface MatrixRow {
  subject: string
  label: string
  /** Absent where the vocabulary does not have the subject: it is everything, or has gone. */
  vocabulary?: SubjectVocabulary
  /** read, create, update, delete; undefined for one that the subject does not know. */
  standard: readonly (Cell | undefined)[]
  /** The actions of its own. */
  own: readonly Cell[]
}

/** Stands for every subject, now and later. */
export const everySubject = 'all'
/** Stands for every action, now and later. */
export const everyAction = 'manage'

/** Actions that reach fields one by one; the others reach whole records. */
const fieldActions: ReadonlySet<string> = new Set([...fieldedActions, everyAction])

interface MatrixParts {
  rules: readonly Rule[]
  vocabulary: Vocabulary
  /** What to call what the vocabulary has no word for. */
  labels: { everySubject: string; everyAction: string }
}

/** The rules at a glance: everything first where rules speak of it, then the subjects, then those that have gone. */
export function matrixOf({ rules, vocabulary: { subjects }, labels }: MatrixParts): MatrixRow[] {
  const known = new Set([everySubject, ...subjects.map(({ name }) => name)])
  const gone = [...new Set(rules.map(({ subject }) => subject))].filter((subject) => !known.has(subject))
  const row = (subject: string, label: string, vocabulary?: SubjectVocabulary) =>
    rowOf({ subject, label, vocabulary, rules, every: labels.everyAction, actions: wordsOf(subjects) })
  return [
    ...(rules.some(({ subject }) => subject === everySubject) ? [row(everySubject, labels.everySubject)] : []),
    ...subjects.map((subject) => row(subject.name, subject.label[1], subject)),
    ...gone.map((subject) => row(subject, subject)),
  ]
}

/** Places of the rules that speak of an action on a subject. */
export function rulesAbout(rules: readonly Rule[], subject: string, action: string): number[] {
  return rules.flatMap((rule, at) => {
    const isSubject = rule.subject === subject || rule.subject === everySubject
    return isSubject && (rule.actions.includes(action) || rule.actions.includes(everyAction)) ? [at] : []
  })
}

/** What rules about one action amount to, as CASL weighs them: what is denied is denied, whatever else is granted. */
export function grantedBy(rules: readonly Rule[], action: string): Granted {
  const narrows = fieldActions.has(action)
  const isWhole = ({ conditions, fields, status }: Rule) =>
    !isConditional(conditions) && !(narrows && fields) && status !== 'needs_review'
  // What cannot be read any more grants nothing, and denies more than it did.
  const grants = rules.filter(({ inverted, status }) => !inverted && status !== 'needs_review')
  const denials = rules.filter(({ inverted, fields, status }) => inverted && (narrows || !fields || isBroken(status)))
  if (grants.length === 0) return 'none'
  if (denials.some((rule) => isBroken(rule.status) || isWhole(rule))) return 'none'
  return denials.length === 0 && grants.some(isWhole) ? 'all' : 'some'
}

/** Whether conditions narrow anything: `{}` says as little as none. */
export function isConditional(conditions: Rule['conditions']): boolean {
  return conditions !== null && conditions !== undefined && Object.keys(conditions).length > 0
}

const isBroken = (status: Rule['status']): boolean => status === 'needs_review'

type Actions = readonly { name: string; label: string }[]

/** Every action that any subject knows, for rules about everything. */
function wordsOf(subjects: readonly SubjectVocabulary[]): Actions {
  const labels = new Map(subjects.flatMap(({ actions }) => actions).map(({ name, label }) => [name, label]))
  return [...labels].map(([name, label]) => ({ name, label }))
}

interface RowParts {
  subject: string
  label: string
  vocabulary?: SubjectVocabulary
  rules: readonly Rule[]
  every: string
  /** The words of all subjects. */
  actions: Actions
}

function rowOf({ subject, label, vocabulary, rules, every, actions }: RowParts): MatrixRow {
  const named = new Set(rules.filter((rule) => rule.subject === subject).flatMap((rule) => rule.actions))
  const words = [{ name: everyAction, label: every }, ...(vocabulary?.actions ?? actions)]
  const labelOf = (name: string) => words.find((word) => word.name === name)?.label ?? name
  const cell = (action: string): Cell => cellOf(rules, { subject, action, label: labelOf(action) })
  const offered = new Set(vocabulary?.actions.map(({ name }) => name) ?? named)
  const own = [...new Set([...(vocabulary?.actions.map(({ name }) => name) ?? []), ...named])]
  return {
    subject,
    label,
    vocabulary,
    standard: standardActions.map((action) => (offered.has(action) || named.has(action) ? cell(action) : undefined)),
    own: own.filter((action) => !standardActions.some((standard) => standard === action)).map(cell),
  }
}

interface CellParts {
  subject: string
  action: string
  label: string
}

function cellOf(rules: readonly Rule[], { subject, action, label }: CellParts): Cell {
  const places = rulesAbout(rules, subject, action)
  const about = places.flatMap((at) => rules[at] ?? [])
  return {
    action,
    label,
    granted: grantedBy(about, action),
    denied: about.some(({ inverted }) => inverted),
    needsReview: about.some(({ status }) => isBroken(status)),
    rules: places,
  }
}
