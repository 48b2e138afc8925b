/** What an action reveals to the person who ran it and to nobody afterwards, such as a link: the API does not know it any more. */
export interface Shown {
  label: string
  text: string
}

/** What running an action answers; `R` is a record in the view of the person who ran it. */
export interface ActionAnswer<R = unknown> {
  message: string
  /** Where it ran on one: the record after it, unless it took it away. */
  record?: R
  /** Where it ran on many: the records after it, without those that it took away. */
  records?: R[]
  /** Left out where it reveals nothing. */
  shown?: Shown[]
}
