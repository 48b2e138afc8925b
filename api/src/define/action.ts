import type { ActionTarget } from '../contract/metadata.ts'
import type { Fields } from './field.ts'
import type { ActionInputOf, CreateOf, RecordNamed, UpdateOf } from './infer.ts'
import type { Registry, ResourceName } from './registry.ts'

/** Records of one resource, read and written with the rights of the person who runs the action. */
export interface Records<N extends ResourceName> {
  read(id: number): Promise<RecordNamed<N>>
  list(query?: Record<string, string>): Promise<RecordNamed<N>[]>
  create(values: CreateOf<Registry[N]>): Promise<RecordNamed<N>>
  /** Create-only and read-only fields may be set here too: an action is what changes them. */
  update(id: number, values: Partial<CreateOf<Registry[N]>> | UpdateOf<Registry[N]>): Promise<RecordNamed<N>>
  remove(id: number): Promise<void>
  /** The same without asking for rights. `npm run check` lists every use with its reason. */
  asSystem(reason: string): Records<N>
}

/** A link under which a user sets their password, once. */
export interface PasswordLink {
  readonly url: string
}

/** What may be done to the accounts of users beside changing their records. Users go by their ids. */
export interface Accounts {
  /** Whether they have chosen a password: without one nobody can sign in to the account. */
  hasPassword(user: number): Promise<boolean>
  /**
   * Makes an invitation for whoever has no password yet, else a link to choose another; the former link of its sort stops working.
   * Where the panel sends mail, it also goes to their address once everything is written.
   * Refused for one's own account and for one that is not active.
   */
  passwordLink(user: number): Promise<PasswordLink>
  /** Ends all their sessions and gives how many there were. */
  endSessions(user: number): Promise<number>
}

/** What `run` is given. */
export interface ActionContext<N extends ResourceName, F extends Fields> {
  /** The record it runs on; for an action on the whole resource there is none. */
  record: RecordNamed<N>
  input: ActionInputOf<F>
  records<M extends ResourceName>(name: M): Records<M>
  accounts: Accounts
  /** A business no: nothing is changed, the person reads the message, under the field of the input where one is named. */
  refuse(message: string, field?: keyof F & string): never
  /** Says something before the action's own message, such as what else was changed; pt-BR. */
  say(text: string): void
  /** Reveals something once, to the person who runs it. The label is pt-BR. */
  show(label: string, text: string): void
}

export interface ActionDefinition<N extends ResourceName, F extends Fields> {
  /** pt-BR. */
  readonly label: string
  readonly icon?: string
  /** Where it is offered; `['record']` when left out. */
  readonly on?: readonly ActionTarget[]
  /** Drawn as a dialog. */
  readonly input?: F
  /** Asked before it runs, pt-BR. */
  readonly confirm?: string
  readonly danger?: boolean
  /** Said when it has run, pt-BR. */
  readonly message: string
  /** Gives nothing back: a returned value would make the type of the record depend on itself. */
  run(context: ActionContext<N, F>): Promise<void> | void
}

/** An action as a resource holds it; what `run` takes is known only inside. */
export interface Action<F extends Fields = Fields> {
  readonly label: string
  readonly icon?: string
  readonly on: readonly ActionTarget[]
  readonly input: F
  readonly confirm?: string
  readonly danger?: boolean
  readonly message: string
  // biome-ignore lint/suspicious/noExplicitAny: each action's context is typed where it is written
  readonly run: (context: any) => Promise<void> | void
}

/** Defines what may be done to a resource beside create, read, update and delete: a permission, a route and a button of the same name. */
export function action<N extends ResourceName, const F extends Fields = Record<never, never>>(
  _resource: N,
  definition: ActionDefinition<N, F>,
): Action<F> {
  return { ...definition, on: definition.on ?? ['record'], input: definition.input ?? ({} as F) }
}
