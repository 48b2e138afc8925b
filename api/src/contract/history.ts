/** What happened to a record, as its reader may know it: `GET /api/customers/:id/history`, the latest first. */
export interface HistoryEntry {
  id: number
  /** ISO 8601. */
  at: string
  /** Null: the application itself. The name is there for those who may read it. */
  by: { id: number; name?: string } | null
  /** `create`, `update`, `delete`, or the action that was run on it. */
  action: string
  /** The action in words. */
  label: string
  /** In words, what was done to another record that brought it about. */
  cause?: string
  /** What the person gave as the reason. */
  note?: string
  /** Of the record after it. */
  version: number
  /** The personal data that it held have been destroyed. */
  erased?: true
  changes: FieldChange[]
}

/** One field before and after, as records carry it. */
export interface FieldChange {
  field: string
  before?: unknown
  after?: unknown
  /** A password: there is no more to know than that it changed. */
  secret?: true
}
