import { getRandomValues } from 'node:crypto'
import type { Person } from '../access/person.ts'
import type { Language } from '../contract/words/index.ts'
import type { Resource, Resources } from '../define/resource.ts'
import type { Subjects } from '../define/subject.ts'
import { tablesOf } from '../derive/tables.ts'
import { endSessionsOnChange } from '../store/credentials.ts'
import { defineModels, type Models } from '../store/models.ts'
import { KeptAnswers } from '../store/read/kept.ts'
import type { Database } from '../store/types.ts'

/** What every verb works on: the resources of an app and where their records are. */
export interface Panel {
  readonly resources: Resources
  /** What rules for the logins of customers speak of. */
  readonly platform: Subjects
  readonly database: Database
  readonly models: Models
  readonly kept: KeptAnswers
  /** 32 bytes that seal cursors. */
  readonly cursorKey: Uint8Array
}

/** Who asks what of which resource. */
export interface Asking {
  readonly panel: Panel
  readonly person: Person
  readonly resource: Resource
  readonly language: Language
}

interface PanelParts {
  resources: Resources
  platform?: Subjects
  database: Database
  /** Left out, cursors hold only as long as the process. */
  cursorKey?: Uint8Array
}

export function makePanel({
  resources,
  platform = {},
  database,
  cursorKey = getRandomValues(new Uint8Array(32)),
}: PanelParts): Panel {
  const models = defineModels(database.sequelize, tablesOf(resources))
  const users = models.get('users')
  if (users) endSessionsOnChange(users)
  return {
    resources,
    platform,
    database,
    models,
    kept: new KeptAnswers(database),
    cursorKey,
  }
}
