import type { RecordCondition } from './condition.ts'
import type { FileFormat } from './formats/file.ts'
import type { Kind } from './kinds.ts'
import type { Operator } from './operators.ts'
import type { WordKey } from './words/index.ts'

/** What `GET /api/meta` answers: the resources this person may see, in the order of the menu, texts in the language asked for. */
export interface Metadata {
  resources: ResourceMeta[]
  /** Changes whenever the answer would differ; the admin draws itself anew when it does. */
  version: string
}

/** One resource, already cut to what this person may read, create or update. */
export interface ResourceMeta {
  /** `customer`: the resource of Refine, the subject of CASL. */
  name: string
  /** `customers`: its segment of the URL, under `/api` and in the admin. */
  path: string
  /** Singular and plural. */
  label: [string, string]
  /** A name of `admin/src/shell/icons.ts`. */
  icon: string
  /** The group of the menu it stands in, or null when it stands in none (a part of another resource). */
  menu: { name: string; label: string } | null
  /** The field whose value names a record. */
  title: string
  /** Fields shown as key facts under the title of the record page. */
  facts: string[]
  fields: FieldMeta[]
  list: ListMeta
  tabs: TabMeta[]
  /** The belongsTo field that makes the records a tree. */
  tree?: string
  actions: ActionMeta[]
}

/** One field, with what the browser needs to draw it. Length limits and formats travel; what is cleverer the API judges. */
export interface FieldMeta {
  name: string
  kind: Kind
  label: string
  help?: string
  required?: true
  readOnly?: true
  createOnly?: true
  /** Personal data (LGPD): its filters stay out of the address bar. */
  personal?: true
  /** Shown in part to those who may not reveal it. */
  masked?: true
  /** The field counts, and is shown, only while the record fulfils this. */
  visibleWhen?: RecordCondition
  /** A value is demanded only while the record fulfils this. */
  requiredWhen?: RecordCondition
  /** Other fields: when one of them has a value, this one must. */
  together?: string[]
  /** This field and others, of which one at least must have a value. */
  anyOf?: string[]
  /** Operators the list accepts for it, empty when it cannot be filtered. */
  operators: Operator[]
  sortable?: true
  default?: unknown
  /** Takes the whole width of a section. */
  wide?: true
  /** What is particular to the kind. */
  format: FieldFormat
}

/** What is particular to a kind; a key is present only for the kinds its comment names. */
export interface FieldFormat {
  /** text, textarea, email, url: characters. */
  minLength?: number
  maxLength?: number
  /** text: what the whole of it must look like, a regular expression with the flag `u`, and the key of the words for any other. */
  pattern?: { source: string; error: WordKey }
  /** text: the letters it is stored in. */
  case?: 'upper' | 'lower'
  /** integer, decimal: bounds; money: bounds in cents. */
  min?: number
  max?: number
  /** decimal: digits after the point. */
  scale?: number
  /** date: bounds as `YYYY-MM-DD`, or `today`. */
  earliest?: string
  latest?: string
  /** date: the date field whose day must lie before this one. */
  after?: string
  /** date: the same, but it may be the same day. */
  notBefore?: string
  /** text, date, postalCode: what a value usually is; another one is saved and told. */
  expects?: Expectation
  /** select, multiSelect, status: the choices in their order. */
  options?: OptionMeta[]
  /** status: state -> the states it may change to. */
  transitions?: Record<string, string[]>
  /** status: the field that takes the reason of a change, and the states that ask for one. */
  reason?: { field: string; states: string[] }
  /** belongsTo, manyToMany: the name of the resource it points to. */
  resource?: string
  /** belongsTo, manyToMany: the choices are only records that fulfil this. */
  where?: RecordCondition
  /** belongsTo: the choices are only records whose field of this name is empty, or at or above what this record's field holds (`_reaches`). */
  reaches?: string
  /** belongsTo: it points to a tree resource, so that `_under` and the tree picker make sense. */
  tree?: true
  /** phone: only mobile numbers. */
  mobile?: true
  /** phone: shows the icon that opens a chat. */
  whatsapp?: true
  /** file, image: what it may be, and its greatest size in bytes. */
  accept?: FileFormat[]
  maxBytes?: number
  /** file, image: the path of its resource: uploads go to `/api/<path>/files/<field>`. */
  path?: string
  /** virtual: the kind its value is drawn as. */
  as?: { kind: Kind; format: FieldFormat }
}

/** What is odd where it is otherwise. */
export interface Expectation {
  /** text: words. */
  minWords?: number
  /** date: the first day, `YYYY-MM-DD` or `today`. */
  earliest?: string
  /** postalCode: the field of the state whose range it lies in. */
  state?: string
  /** Only of records that fulfil this. */
  when?: RecordCondition
}

export interface OptionMeta {
  value: string
  label: string
  tone?: Tone
}

/** Colours by meaning. */
export type Tone = 'success' | 'warning' | 'danger' | 'neutral'

export interface ListMeta {
  columns: string[]
  filters: string[]
  /** Whether `q` finds anything. */
  search: boolean
  /** `name`, or `-createdAt` to descend. */
  sort: string
}

export interface TabMeta {
  /** Unique in the resource; stands in the address. */
  name: string
  title: string
  /** It is there only while the record fulfils this. */
  visibleWhen?: RecordCondition
  /** Above the related records, where it has both. */
  sections?: SectionMeta[]
  related?: RelatedMeta
  /** The name of a component in `admin/src/custom`, or of one that another room of the admin brings along. */
  component?: string
  /** Of a component: the fields of the record that it shows and changes. */
  fields?: string[]
}

export interface SectionMeta {
  title?: string
  fields: string[]
}

/** Records of another resource that point here. */
export interface RelatedMeta {
  resource: string
  /** The belongsTo field over there. */
  via: string
  columns: string[]
  /** Added, edited and deleted in place instead of on their own page. */
  inline?: true
}

export interface ActionMeta {
  name: string
  label: string
  icon?: string
  on: ActionTarget[]
  fields: FieldMeta[]
  confirm?: string
  danger?: true
}

export type ActionTarget = 'record' | 'bulk' | 'resource'

/** What this person may do to one record. Every record carries it as `_access`. */
export interface RecordAccess {
  update: boolean
  delete: boolean
  /** Names of the actions that may be run on it. */
  actions: string[]
  /** `masked` are shown in part, of which `revealable` are shown whole to whoever says why; left out where there are none. */
  fields: { hidden: string[]; readonly: string[]; masked?: string[]; revealable?: string[] }
  /** For actions that a rule refuses here: the rule. */
  why?: Record<string, string>
}

/** What every record carries beside its fields. */
export interface RecordBase {
  id: number
  version: number
  createdAt: string
  updatedAt: string
  _access: RecordAccess
}

/** A belongsTo as it is read; it is written as an id. The title is absent where the person may not read it. */
export interface Reference {
  id: number
  title: string
}
