import type { FieldMeta } from './metadata.ts'

/** Whom a group is for: those who work in the panel, or the customers' logins on the platform. */
export const audiences = ['staff', 'customers'] as const

export type Audience = (typeof audiences)[number]

/** What there is to do with the records of every resource. */
export const standardActions = ['read', 'create', 'update', 'delete'] as const

/** Actions that rules grant field by field; the others reach whole records. */
export const fieldedActions = ['read', 'create', 'update', 'reveal', 'revealWithReason'] as const

/** What a condition may say of a field. */
export const ruleOperators = ['$eq', '$ne', '$in', '$nin', '$lt', '$lte', '$gt', '$gte', '$null', '$under'] as const

export type RuleOperator = (typeof ruleOperators)[number]

/** The words that stand for something of the person, and what they may be compared with; `now-30d` is one of `now`. */
export const placeholderTypes = {
  'user.id': 'id',
  'user.brand': 'brand',
  'user.email': 'text',
  now: 'instant',
} as const

/**
 * A condition of a rule as it is written: every named field must match.
 * @example { brand: { $under: '${user.brand}' }, status: { $in: ['active', 'blocked'] } }
 */
export type RuleConditions = { readonly [key: string]: unknown }

/** One rule of a permission group, as `rules` of a group carries it. */
export interface Rule {
  /** `r_17`, given by the API; a rule sent without one is new. */
  id?: string
  actions: string[]
  /** The name of a resource, or `all`. */
  subject: string
  /** Left out or null: every field there is now and later. */
  fields?: string[] | null
  conditions?: RuleConditions | null
  /** What a record must fulfil after a create or update; left out or null: the conditions again; `{}`: anything. */
  check?: RuleConditions | null
  inverted?: boolean
  reason?: string | null
  /** `needs_review`: a field or resource it names has gone; it no longer grants, or denies more than it did. Given by the API. */
  status?: 'ok' | 'needs_review'
}

/** A sentence that must stay true of a group: somebody of this group, of this brand, can or cannot do something to such records. */
export interface GroupTest {
  can: boolean
  action: string
  subject: string
  field?: string | null
  /** The brand the person is of; left out or null: of none. */
  brand?: number | null
  /** What is known of the record. */
  when?: RuleConditions | null
}

/** What is refused for the person's own sake, and done all the same where the header `X-Override` names it: tests of a group that fail. */
export const overrides = ['tests'] as const

/** A permission group as the product brings it along. */
export interface GroupSeed {
  readonly name: string
  readonly description: string
  readonly audience: Audience
  /** Of customers: what those of a brand without a group of its own begin with. */
  readonly isDefault?: true
  readonly rules: readonly Rule[]
  readonly tests: readonly GroupTest[]
}

/** A membership as the members of a group list it; what the reader may not read of the user is left out. */
export interface Member {
  user: { id: number; name: string; email?: string; active?: boolean }
  /** Null: nobody, or nobody that the reader may see. */
  grantedBy: string | null
  grantedAt: string
  /** After this instant the group no longer holds for them; null: without end. */
  expiresAt: string | null
}

/** What rules of one audience can speak of, texts in the language asked for: `GET /api/permissions/vocabulary?audience=`. */
export interface Vocabulary {
  subjects: SubjectVocabulary[]
  placeholders: Placeholder[]
}

export interface SubjectVocabulary {
  name: string
  label: [string, string]
  /** A name of `admin/src/providers/icons.ts`. */
  icon: string
  /** read, create, update and delete where they apply, then the actions of the resource. */
  actions: { name: string; label: string }[]
  fields: FieldMeta[]
  /** What conditions may reach through: `brand: { active: true }`, `contacts: { $some: { … } }`. */
  relations: { name: string; label: string; subject: string; many: boolean }[]
}

/** A word for something of the person a rule holds for, put in when they ask. */
export interface Placeholder {
  /** `${user.brand}` */
  token: string
  label: string
  /** What it may be compared with: `id` and `brand` with references and ids, `text`, `instant`. */
  type: (typeof placeholderTypes)[keyof typeof placeholderTypes]
}

/** `POST /api/permissions/explain` takes this. Without a user: about oneself. */
export interface ExplainRequest {
  user?: number
  action: string
  subject: string
  id?: number
  field?: string
}

/** Why somebody may, or may not, do something. */
export interface Explanation {
  /** Null: it depends on the record, and none was named, or on values of it that the reader may not see. */
  allowed: boolean | null
  /** One sentence with the answer and its reason. */
  text: string
  /** The rules that speak about it, the strongest first. */
  steps: ExplainStep[]
  /** The rule that decided; null when no rule speaks about it. */
  decisive: string | null
  /** Who could change it: those who may update the group that decided, or may give the person another. */
  askedOf: { id: number; name: string }[]
}

export interface ExplainStep {
  /** `r_17`; empty for what members of the system group may do. */
  rule: string
  group: { id: number; name: string }
  inverted: boolean
  /** The condition in words; null: always. Left out where the reader may not read the rules of the group. */
  condition?: string | null
  /** Whether the record fulfils it; null when none was named, or when it rests on what the reader may not see. */
  matched: boolean | null
  /** The record's own values of the fields that the condition names, as far as the reader may read them. */
  values: { field: string; label: string; value: unknown }[]
  reason: string | null
}

/** `GET /api/permissions/who?subject=&id=&action=&field=`: everybody who may do this. */
export interface Who {
  users: {
    id: number
    name: string
    /** Those that the reader may see. */
    groups: { id: number; name: string }[]
    /** It rests on values of the record that the reader may not see. */
    depends?: true
  }[]
}

/** `POST /api/permissions/review` and `/impact` take a group as it would be saved. */
export interface GroupDraft {
  /** The group that is edited; left out for a new one. */
  group?: number
  audience?: Audience
  brand?: number | null
  active?: boolean
  rules: Rule[]
  tests?: GroupTest[]
}

/** What is to be said of a draft while it is edited. */
export interface Review {
  /** What keeps it from being saved. */
  errors: RuleRemark[]
  /** What is odd about it. */
  warnings: RuleRemark[]
  tests: { index: number; passed: boolean; text: string }[]
  /** What it would give away that its editor does not have. */
  missing: Missing[]
}

export interface RuleRemark {
  /** The place of the rule in the draft. */
  index: number
  code: string
  text: string
}

export interface Missing {
  kind: 'grant' | 'deny-removed'
  action: string
  subject: string
  /** Left out: the rows themselves; `__future__`: fields that come later. */
  field?: string
  text: string
}

/** What a draft would change, never beyond what its editor may see. */
export interface Impact {
  /** Whether somebody would be able to do more than now. */
  widening: boolean
  /** Members that the change reaches. */
  users: { id: number; name: string }[]
  subjects: SubjectImpact[]
}

export interface SubjectImpact {
  subject: string
  label: string
  changes: ActionImpact[]
}

/** How one action on one subject changes, over all members together. */
export interface ActionImpact {
  action: string
  label: string
  usersGaining: number
  usersLosing: number
  rowsGained: RowSample
  rowsLost: RowSample
  fieldsGained: { name: string; label: string }[]
  fieldsLost: { name: string; label: string }[]
}

export interface RowSample {
  count: number
  samples: { id: number; title: string }[]
}

/** `POST /api/permissions/view-as` takes one of these: somebody, or whoever is in a group and of a brand. */
export type ViewRequest = { user: number } | { group: number; brand?: number | null }

/** `POST /api/permission-groups/:id/members` takes this. */
export interface MemberRequest {
  user: number
  /** An instant to come; left out or null: without end. */
  expiresAt?: string | null
}

/** Groups as a file carries them from one panel to another: `GET /api/permission-groups/export`. */
export interface GroupFile {
  format: 'ficha-permission-groups'
  version: 1
  groups: GroupEntry[]
  /** What records are called whose ids stand in conditions and tests: resource -> id -> name, of a tree from the root down. */
  references: Record<string, Record<string, string>>
}

/** A group in a file, known there by its name; what its author might not read is left out, and stays as it is where it is taken in. */
export interface GroupEntry {
  name: string
  audience: Audience
  description?: string | null
  active?: boolean
  /** The names from the root of the tree down: `Acme › Sul`. */
  brand?: string | null
  rules?: Rule[]
  tests?: GroupTest[] | null
}

/** What taking a file in would change, or has changed: `POST /api/permission-groups/import?mode=check|apply`. */
export interface GroupImport {
  groups: {
    name: string
    state: 'new' | 'changed' | 'same'
    changes: GroupChange[]
    /** What keeps it from being taken in. */
    errors: string[]
  }[]
}

export interface GroupChange {
  kind: 'rule-added' | 'rule-removed' | 'rule-changed' | 'field'
  text: string
}
