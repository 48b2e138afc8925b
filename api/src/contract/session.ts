/** What `GET /api/auth/me` answers. */
export interface Me {
  user: SessionUser
  groups: { id: number; name: string }[]
  /** The person's rules without condition values: what may be done at all, and what only sometimes. */
  rules: RuleSkeleton[]
  /** Changes when the rules do; every answer repeats it as `X-Ability-Version`. */
  version: string
  /** Through whose eyes the panel is shown, read only; left out: one's own. `user` above is theirs then. */
  viewing?: Viewing
}

/** Somebody, or whoever is in a group. */
export interface Viewing {
  user?: { id: number; name: string }
  group?: { id: number; name: string }
  /** A group seen as somebody of no brand sees it: rules about one's own brand reach nothing. */
  noBrand?: true
}

export interface SessionUser {
  id: number
  name: string
  email: string
  mustChangePassword: boolean
}

/** A CASL rule as the browser gets it; `conditional` marks one whose answer is in each record's `_access`. */
export interface RuleSkeleton {
  actions: string[]
  subject: string
  fields?: string[]
  inverted?: true
  conditional?: true
  reason?: string
}

/** One session of the person who asks, as `GET /api/auth/sessions` lists them. */
export interface SessionEntry {
  id: number
  createdAt: string
  lastSeenAt: string
  /** The address it is used from. */
  address: string | null
  /** `User-Agent` of its sign-in. */
  agent: string | null
  /** The session of this very request. */
  current: boolean
}

/** Whose password a one-time link is for, as `POST /api/auth/link` answers. */
export interface LinkOwner {
  name: string
  email: string
  /** Choosing the first password of an account, or another. */
  purpose: 'invitation' | 'reset'
}
