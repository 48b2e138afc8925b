import fc from 'fast-check'
import { expect } from 'vitest'
import type { Answer } from '../../client.ts'
import { denialHolds } from '../oracle/rights.ts'
import { rowsSeen, viewOf } from '../oracle/view.ts'
import { plain, type Scene, type Who } from '../oracle/world.ts'
import { anyAddress } from '../random/queries.ts'
import { people, subjects } from '../random/rules.ts'
import { exchange, exchanged, type Secret, secretsOf } from '../random/secrets.ts'
import type { Stage } from './stage.ts'

/**
 * Changing only what somebody cannot see changes no byte of any of their answers: of lists and records, filtered, sorted and
 * searched, of totals, tags, look-ups and refusals. Gives how often something was changed.
 */
export async function showsNothingOfWhatIsHidden(stage: Stage, numRuns: number): Promise<number> {
  let changed = 0
  const asked = fc.tuple(
    ...subjects.map((subject) => fc.array(anyAddress(stage, subject), { minLength: 3, maxLength: 6 })),
  )
  await fc.assert(
    fc.asyncProperty(people(stage, stage.identity), asked, fc.nat(), async (who, addresses, seed) => {
      await stage.become(who)
      const secrets = secretsOf(stage.sceneOf(who))
      if (secrets.length === 0) return
      const questions = subjects.flatMap((subject, at) =>
        (addresses[at] ?? []).map((address) => ({ subject, address })),
      )
      const before = await askAll(stage, questions)
      for (const secret of fc.sample(exchanged(stage, secrets), { seed, numRuns: 3 })) {
        const isChanged = await whileExchanged(stage, secret, async () => {
          if (!(await seesTheSame(stage, who))) return
          changed += 1
          for (const [at, answer] of (await askAll(stage, questions)).entries())
            expect({ secret, answer }).toEqual({ secret, answer: before[at] })
        })
        if (isChanged) expect(await askAll(stage, questions)).toEqual(before)
      }
    }),
    { numRuns },
  )
  return changed
}

/** Does something while another value stands in the place of a secret; says whether it could stand there. */
async function whileExchanged(stage: Stage, secret: Secret, work: () => Promise<void>): Promise<boolean> {
  const { administrator } = stage.opened
  const put = async (value: unknown) => {
    const isPut = await exchange(administrator, { ...secret, value })
    if (isPut) await settle(stage, secret)
    return isPut
  }
  if (!(await put(secret.value))) return false
  try {
    await work()
  } finally {
    await put(written(secret.row[secret.field]))
  }
  return true
}

/** The version and the times of a record are seen by whoever sees it, whatever else of it they see. */
async function settle({ opened: { database }, resources }: Stage, { subject, row }: Secret): Promise<void> {
  const table = resources[subject]?.table ?? ''
  await database.write(async (scope) => {
    await scope.run(`UPDATE ${table} SET version = 1, updated_at = created_at WHERE id = $1`, [row.id])
    scope.changed(table)
  })
}

async function seesTheSame(stage: Stage, who: Who): Promise<boolean> {
  const [then, now] = [stage.sceneOf(who), stage.sceneOf(who, await stage.worldNow())]
  const seen = (scene: Scene) =>
    JSON.stringify(subjects.map((subject) => [viewOf(scene, subject), reasonsOf(scene, subject)]))
  return seen(then) === seen(now)
}

/** Which denials hold for each record that is seen: `_access` names them. */
function reasonsOf(scene: Scene, subject: string): string[] {
  const denials = scene.who.groups
    .flat()
    .filter(({ inverted, subject: of }) => inverted && [subject, 'all'].includes(of))
  return rowsSeen(scene, subject).map((row) =>
    denials.map((rule) => Number(denialHolds(scene, { action: '', subject, row }, rule))).join(''),
  )
}

function written(value: unknown): unknown {
  return plain(value) ?? null
}

interface Question {
  subject: string
  address: string
}

/** What somebody is answered, byte for byte. */
async function askAll({ client, world }: Stage, questions: readonly Question[]): Promise<unknown[]> {
  const answers: unknown[] = []
  const keep = ({ status, text, headers }: Answer, asked: string) =>
    answers.push({ asked, status, text, total: headers.get('X-Total-Count'), etag: headers.get('ETag') })
  for (const { subject, address } of questions) keep(await client.list(subject, address), `${subject}?${address}`)
  for (const subject of subjects) {
    keep(await client.list(subject, '_end=200'), subject)
    keep(await client.lookup(subject, 'q=a&_end=200'), `${subject} look-up a`)
    keep(await client.lookup(subject, '_end=200'), `${subject} look-up`)
    for (const { id } of world[subject]?.slice(0, 4) ?? []) keep(await client.read(subject, id), `${subject} ${id}`)
  }
  return answers
}
