import { describe, expect, test } from 'vitest'
import { status as statusOf } from '../src/define/kinds/index.ts'
import * as shipped from '../src/resources/index.ts'
import { panel, panelOf } from './panel.ts'
import { refused } from './rows.ts'

type Step = readonly [from: string, to: string, allowed: boolean]

const steps: readonly Step[] = [
  ['active', 'active', true],
  ['active', 'blocked', true],
  ['active', 'cancelled', true],
  ['blocked', 'active', true],
  ['blocked', 'blocked', true],
  ['blocked', 'cancelled', true],
  ['cancelled', 'active', true],
  ['cancelled', 'blocked', false],
  ['cancelled', 'cancelled', true],
]

const because = { statusReason: 'Pedido do cliente' }

describe('a customer passes from one status to another along the transitions alone', () => {
  test.each(steps)('%s -> %s', async (from, to, allowed) => {
    const { administrator } = await panel()
    const customer = await administrator.make('customer', { status: from, ...because })

    const { status, body } = await administrator.update('customer', customer, { status: to, ...because })

    expect([status, Object.keys(body.errors ?? {})]).toEqual(allowed ? [200, []] : [422, ['status']])
    expect((await administrator.read('customer', customer.id)).body.status).toBe(allowed ? to : from)
  })

  test('and the refusal names both as they are called', async () => {
    const { administrator } = await panel()
    const customer = await administrator.make('customer', { status: 'cancelled', ...because })
    const send = (language: string) =>
      administrator.send('PATCH', `/api/customers/${customer.id}`, {
        body: { status: 'blocked', ...because },
        headers: { 'If-Match': '"1"', 'Accept-Language': language },
      })
    expect((await send('pt-BR')).body.errors).toEqual({ status: ['De “Cancelado” não se passa a “Bloqueado”.'] })
    expect((await send('en')).body.errors).toEqual({ status: ['“Cancelled” cannot become “Blocked”.'] })
  })
})

const reasons = [
  [{ status: 'blocked' }, true],
  [{ status: 'cancelled' }, true],
  [{ paymentStatus: 'defaulting' }, true],
  [{ status: 'active' }, false],
  [{ paymentStatus: 'current' }, false],
  [{ status: 'active', paymentStatus: 'current', occupation: 'Médica' }, false],
] as const

describe('a status that is a warning or worse wants a reason', () => {
  test.each(reasons)('a customer becomes %o', async (change, wanted) => {
    const opened = await panel()
    const { administrator } = opened
    const customer = await administrator.make('customer')

    const { status, body } = await administrator.update('customer', customer, change)
    expect([status, body.errors]).toEqual(
      wanted ? [422, { statusReason: ['Diga o motivo da mudança.'] }] : [200, undefined],
    )
    expect((await administrator.update('customer', customer, { ...change, ...because }, '*')).status).toBe(200)
  })

  test('of its own: an earlier one does not serve for the next change', async () => {
    const opened = await panel()
    const { administrator } = opened
    const customer = await administrator.make('customer', { status: 'blocked', ...because })
    const answer = await refused(opened, () => administrator.update('customer', customer, { status: 'cancelled' }))
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['statusReason']])
  })

  test('from the first day on', async () => {
    const opened = await panel()
    const { administrator } = opened
    const { id } = await administrator.make('brand')
    const answer = await refused(opened, () =>
      administrator.create('customer', { brand: id, name: 'Ana', email: 'ana@exemplo.com.br', status: 'blocked' }),
    )
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['statusReason']])
  })
})

const access = ['active', 'blocked', 'cancelled'].flatMap((status) =>
  ['current', 'defaulting'].map(
    (paymentStatus) => [status, paymentStatus, status === 'active' && paymentStatus === 'current'] as const,
  ),
)

describe('only an active customer who pays has access to the platform', () => {
  test.each(access)('%s, %s: %s', async (status, paymentStatus, platformAccess) => {
    const { administrator } = await panel()
    const customer = await administrator.make('customer', { status, paymentStatus, ...because })

    expect(customer.platformAccess).toBe(platformAccess)
    expect((await administrator.list('customer')).body[0].platformAccess).toBe(platformAccess)
    expect((await administrator.ids('customer', `platformAccess=${platformAccess}`)).length).toBe(1)
    expect((await administrator.ids('customer', `platformAccess=${!platformAccess}`)).length).toBe(0)
  })
})

describe('the block for theft and robbery', () => {
  /** The product of somebody who has taken it out of `off`. */
  const withTheftBlock = () => {
    const status = statusOf('Status', {
      states: {
        active: ['Ativo', 'success'],
        cancelled: ['Cancelado', 'danger'],
        blocked: ['Bloqueado', 'warning'],
        theftBlock: ['Bloqueio de furto/roubo', 'danger'],
      },
      initial: 'active',
      transitions: { active: ['theftBlock'], theftBlock: ['active', 'cancelled'] },
      reason: 'statusReason',
    })
    const customer = { ...shipped.customer, fields: { ...shipped.customer.fields, status } }
    return panelOf('theftblock', { ...shipped, customer })
  }

  test('is off: neither taken nor offered', async () => {
    const opened = await panel()
    const customer = await opened.administrator.make('customer')
    const answer = await refused(opened, () =>
      opened.administrator.update('customer', customer, { status: 'theftBlock', ...because }),
    )
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['status']])
    expect((await opened.administrator.send('GET', '/api/meta')).text).not.toContain('theftBlock')
  })

  test.each(['current', 'defaulting'])(
    'once it is on, a customer in it (%s) has no access to the platform',
    async (paymentStatus) => {
      const { administrator } = await withTheftBlock()
      const customer = await administrator.make('customer', { paymentStatus, ...because })
      const { body } = await administrator.update('customer', customer, { status: 'theftBlock', ...because })
      expect(body).toMatchObject({ status: 'theftBlock', platformAccess: false })
      expect((await administrator.update('customer', body, { status: 'blocked', ...because })).status).toBe(422)
      expect((await administrator.update('customer', body, { status: 'active' })).body.platformAccess).toBe(
        paymentStatus === 'current',
      )
    },
  )
})
