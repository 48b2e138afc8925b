import fc from 'fast-check'
import { expect } from 'vitest'
import type { Rule } from '../../../src/contract/permissions.ts'
import type { Made } from '../../client.ts'
import type { Who } from '../oracle/world.ts'
import { people, rules, subjects } from '../random/rules.ts'
import type { Stage } from './stage.ts'

/** Nothing depends on the order of groups, nor on that of the rules in them, nor on which of the groups holds a rule. Gives how many people saw something. */
export async function orderChangesNothing(stage: Stage, numRuns: number): Promise<number> {
  let seeing = 0
  const person = people(stage, stage.identity).chain((who) =>
    fc.record({
      who: fc.constant(who),
      shuffled: fc
        .tuple(...who.groups.map((group) => fc.shuffledSubarray([...group], { minLength: group.length })))
        .chain((groups) => fc.shuffledSubarray(groups, { minLength: groups.length })),
      dealt: fc.shuffledSubarray(who.groups.flat(), { minLength: who.groups.flat().length }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(person, async ({ who, shuffled, dealt }) => {
      const expected = await bodiesFor(stage, who)
      if (expected.some((body) => body.includes('"id":'))) seeing += 1
      expect(await bodiesFor(stage, { ...who, groups: shuffled })).toEqual(expected)
      expect(await bodiesFor(stage, { ...who, groups: dealt.map((rule) => [rule]) })).toEqual(expected)
    }),
    { numRuns },
  )
  return seeing
}

/** One grant more takes no record, field or right away; one denial more gives none. Gives how often one of them changed something. */
export async function grantsAddAndDenialsTake(stage: Stage, numRuns: number): Promise<number> {
  let telling = 0
  await fc.assert(
    fc.asyncProperty(people(stage, stage.identity), rules(stage), async (who, rule) => {
      const [granted, denied] = [
        withRule(who, { ...rule, inverted: false }),
        withRule(who, { ...rule, inverted: true, check: null }),
      ]
      const plain = await rightsFor(stage, who)
      const [more, less] = [await rightsFor(stage, granted), await rightsFor(stage, denied)]
      expect(without(plain, more)).toEqual([])
      expect(without(less, plain)).toEqual([])
      if (more.length > plain.length || less.length < plain.length) telling += 1
    }),
    { numRuns },
  )
  return telling
}

function withRule(who: Who, rule: Rule): Who {
  return { ...who, groups: [...who.groups, [rule]] }
}

/** What somebody is answered; the rules that `_access` names by their ids are others each time. */
async function bodiesFor(stage: Stage, who: Who): Promise<string[]> {
  await stage.become(who)
  const bodies: string[] = []
  for (const subject of subjects) {
    const { text } = await stage.client.list(subject, '_end=200')
    bodies.push(text.replace(/"why":\{[^}]*\}/g, ''))
  }
  return bodies
}

/** Everything that somebody is shown or allowed, as one list of texts. */
async function rightsFor(stage: Stage, who: Who): Promise<string[]> {
  await stage.become(who)
  const rights: string[] = []
  for (const subject of subjects) {
    const { status, body } = await stage.client.list(subject, '_end=200')
    if (status === 200) rights.push(...body.flatMap((row: Made) => rightsOn(subject, row)))
  }
  return rights
}

function rightsOn(subject: string, { id, _access, ...fields }: Made): string[] {
  const access = _access as { update: boolean; delete: boolean; actions: string[]; fields: { readonly: string[] } } // as every record carries it
  const can = [...(access.update ? ['update'] : []), ...(access.delete ? ['delete'] : []), ...access.actions]
  const readonly = access.fields.readonly
  const editable = access.update ? Object.keys(fields).filter((name) => !readonly.includes(name)) : []
  return [
    `${subject} ${id}`,
    ...Object.keys(fields).map((name) => `${subject} ${id} shows ${name}`),
    ...can.map((name) => `${subject} ${id} can ${name}`),
    ...editable.map((name) => `${subject} ${id} takes ${name}`),
  ]
}

function without(some: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return some.filter((one) => !known.has(one))
}
