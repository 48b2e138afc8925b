import { demand } from '../access/access.ts'
import { system } from '../access/person.ts'
import type { Shown } from '../contract/action.ts'
import { Conflict, Invalid, Missing } from '../contract/errors.ts'
import type { ActionTarget } from '../contract/metadata.ts'
import { say } from '../contract/words/index.ts'
import type { Action } from '../define/action.ts'
import { Labels } from '../derive/labels.ts'
import type { WriteScope } from '../store/types.ts'
import { accountsOf, type Post } from './accounts.ts'
import { actorOf, rememberDoing } from './history/remember.ts'
import type { Asking } from './panel.ts'
import { type View, view } from './read.ts'
import { recordsOf } from './records.ts'
import { missingReferences } from './references.ts'
import { settle, type Values } from './settle.ts'
import { currentVersion, type Expected } from './update.ts'

export interface Run {
  name: string
  /** Parsed by `actionBody`. */
  input: Values
  /** The records it runs on, each once however often it is named; none for an action on the whole resource. */
  targets: readonly { id: number; expected: Expected }[]
  /** The way it was called. */
  on: ActionTarget
}

export interface Acted {
  message: string
  /** The records after it, in the order they were named, without those that it took away. */
  records: View[]
  /** What it revealed, to be answered and forgotten. */
  shown: Shown[]
}

/** A business no: the reader gets the text that the action gave, under a field of its input where it names one. */
class Refusal extends Error {
  readonly field?: string

  constructor(text: string, field?: string) {
    super(text)
    this.field = field
  }
}

/**
 * Runs an action on each of its records, all or nothing.
 * @throws Missing for an action that there is not, Forbidden, Stale, Invalid for its input, Conflict when it refuses as a whole
 */
export async function act(asking: Asking, { name, input: given, targets, on }: Run): Promise<Acted> {
  const { panel, person, resource, language } = asking
  const action = Object.hasOwn(resource.actions, name) ? resource.actions[name] : undefined
  if (!action?.on.includes(on)) throw new Missing()
  demand(person, name, resource)
  const labels = new Labels(language)
  const { post, ...acted } = await panel.database.write(async (scope) => {
    const input = await judged(asking, { name, action, given, scope })
    const befores = await currentVersions(asking, { name, targets, scope })
    const said = new Set<string>()
    const shown: Shown[] = []
    const post: Post = []
    const answering: Answering = {
      say: (text) => said.add(labels.text('said', `${resource.name}.${name}.${text}`, text)),
      show: (label, text) =>
        shown.push({ label: labels.text('shown', `${resource.name}.${name}.${label}`, label), text }),
      refuse(message, field) {
        throw new Refusal(labels.text('refusal', `${resource.name}.${name}.${message}`, message), field)
      },
    }
    for (const before of on === 'resource' ? [undefined] : befores) {
      await runOnce(asking, { name, action, before, input, scope, answering, post })
    }
    const message = labels.text('message', `${resource.name}.${name}`, action.message)
    const records: View[] = []
    for (const { id } of befores) records.push(...(await viewIfThere(asking, id, scope)))
    return { message: [...said, message].join(' '), records, shown, post }
  })
  const sent = await Promise.all(post)
  if (sent.length === 0) return acted
  return { ...acted, message: `${acted.message} ${say(language, sent.every(Boolean) ? 'mail.sent' : 'mail.notSent')}` }
}

interface Given {
  name: string
  action: Action
  given: Values
  scope: WriteScope
}

/** The input with its defaults, judged as a whole. */
async function judged(asking: Asking, { name, action, given, scope }: Given): Promise<Values> {
  const { resource, language } = asking
  const { values, errors } = settle({ name: `${resource.name}.${name}`, fields: action.input, language }, given)
  const wrong = { ...(await missingReferences(asking, action.input, values, scope)), ...errors }
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  return values
}

interface Aimed extends Pick<Run, 'name' | 'targets'> {
  scope: WriteScope
}

/** The records it runs on, each once, in the order they were named. Locked in the order of their ids, so that two bulk actions do not wait for each other. */
async function currentVersions(asking: Asking, { name, targets, scope }: Aimed): Promise<View[]> {
  const befores = new Map<number, View>()
  for (const { id, expected } of [...targets].sort((one, other) => one.id - other.id)) {
    befores.set(id, await currentVersion(asking, { id, action: name, expected, scope }))
  }
  return [...new Set(targets.map(({ id }) => id))].flatMap((id) => befores.get(id) ?? [])
}

async function viewIfThere(asking: Asking, id: number, scope: WriteScope): Promise<View[]> {
  try {
    return [await view(asking, id, scope)]
  } catch (error) {
    if (error instanceof Missing) return []
    throw error
  }
}

interface Once {
  name: string
  action: Action
  before: View | undefined
  input: Values
  scope: WriteScope
  answering: Answering
  post: Post
}

/** How `run` speaks to the person. */
interface Answering {
  say: (text: string) => void
  show: (label: string, text: string) => void
  refuse: (message: string, field?: string) => never
}

async function runOnce(from: Asking, { name, action, before, input, scope, answering, post }: Once): Promise<void> {
  const { resource, person } = from
  const note = typeof input.reason === 'string' ? input.reason : undefined
  const doing = { resource, action: name, id: before?.id, actor: actorOf(person), note, told: false }
  const asking = { ...from, doing }
  try {
    await action.run({
      record: before,
      input,
      records: (other: string) => recordsOf(asking, other, scope),
      accounts: accountsOf(asking, scope, post),
      ...answering,
    })
    const [after] = before ? await viewIfThere({ ...asking, person: system }, before.id, scope) : []
    if (after) await rememberDoing(asking, after, scope)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const text = { text: error.message }
    throw error.field === undefined ? new Conflict(text) : new Invalid({ [error.field]: [text] })
  }
}
