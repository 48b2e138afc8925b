import { hkdfSync, randomBytes } from 'node:crypto'
import type { Person } from '../access/person.ts'
import type { Language } from '../contract/words/index.ts'
import type { Resource, Resources } from '../define/resource.ts'
import type { Subjects } from '../define/subject.ts'
import { tablesOf } from '../derive/tables.ts'
import { endSessionsOnChange } from '../store/credentials.ts'
import type { FileStore } from '../store/files/file-store.ts'
import type { Mail } from '../store/mail.ts'
import { defineModels, type Models } from '../store/models.ts'
import { KeptAnswers } from '../store/read/kept.ts'
import type { Database } from '../store/types.ts'
import type { Doing } from './history/doing.ts'

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
  /** 32 bytes that wrap the keys of personal data in the history. */
  readonly recordsKey: Uint8Array
  /** Where people reach the panel: what links begin with, `https://painel.example.com`. */
  readonly origin: string
  /** Left out, no e-mail is sent. */
  readonly mail?: Mail
  /** Where the contents of files lie; left out, there can be none. */
  readonly files?: FileStore
}

/** Who asks what of which resource. */
export interface Asking {
  readonly panel: Panel
  readonly person: Person
  readonly resource: Resource
  readonly language: Language
  /** What the person has been told of and wants all the same: `tests` of a group that fail. */
  readonly overrides?: ReadonlySet<string>
  /** The action in whose course it is asked. */
  readonly doing?: Doing
}

interface PanelParts {
  resources: Resources
  platform?: Subjects
  database: Database
  /** Left out, cursors and what is sealed in the history hold only as long as the process. */
  secret?: string
  /** Left out, links lead to this machine. */
  origin?: string
  mail?: Mail
  files?: FileStore
}

export function makePanel({
  resources,
  platform = {},
  database,
  secret = randomBytes(32).toString('base64url'),
  origin = 'http://localhost',
  mail,
  files,
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
    cursorKey: keyFor('cursor', secret),
    recordsKey: keyFor('records', secret),
    origin,
    mail,
    files,
  }
}

function keyFor(purpose: string, secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32))
}
