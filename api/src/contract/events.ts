/**
 * What `GET /api/events` sends, each under its name with this as its JSON: server-sent events, for whoever keeps a page open.
 * A comment every 25 seconds keeps the line; it ends with the session.
 */
export interface PanelEvents {
  /** The rules of the person who listens: said first as they are, then whenever they have become others. */
  rights: RightsEvent
}

export interface RightsEvent {
  /** As `version` of `/api/auth/me`. */
  version: string
}
