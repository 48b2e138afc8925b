import { expect, test } from 'vitest'
import type { Rule } from '../src/contract/permissions.ts'
import { boolean, cnpj, cpf, phone, text } from '../src/define/kinds/index.ts'
import { defineResource } from '../src/define/resource.ts'
import { user } from '../src/resources/user.ts'
import type { Client } from './client.ts'
import { panelOf } from './panel.ts'

const guest = defineResource('guest', {
  label: ['Hóspede', 'Hóspedes'],
  icon: 'user',
  menu: 'registry',
  title: 'name',
  fields: {
    name: text('Nome', { required: true }),
    cpf: cpf({ masked: true, personal: true }),
    cnpj: cnpj({ masked: true }),
    phone: phone('Telefone', { masked: true }),
    passport: text('Passaporte', { masked: true }),
    open: boolean('Aberto', { required: true, default: true }),
  },
  list: { columns: ['name', 'cpf'], filters: ['cpf', 'open'], search: ['name', 'cpf'] },
  tabs: [{ title: 'Hóspede', sections: [{ fields: ['name', 'cpf', 'cnpj', 'phone', 'passport', 'open'] }] }],
})

const reading: Rule = { actions: ['read'], subject: 'guest' }

const whole = { cpf: '11144477735', cnpj: '11444777000161', phone: '+5511912345678', passport: 'YA123456' }
const parts = { cpf: '***.444.777-**', cnpj: '**.444.777/****-**', phone: '•••••-5678', passport: '•••••' }

async function guests() {
  const made = await panelOf('masked', { guest, user })
  const eva = await made.administrator.make('guest', { name: 'Eva Sá', ...whole })
  const rui = await made.administrator.make('guest', { name: 'Rui Lima', cpf: '52998224725', open: false })
  return { ...made, eva, rui }
}

test('a masked value is shown in part to those who may not reveal it, whole to those who may', async () => {
  const { administrator, person, eva } = await guests()
  const reader = await person({ rules: [reading] })
  const revealer = await person({ rules: [reading, { actions: ['reveal'], subject: 'guest', fields: ['cpf'] }] })

  const { body } = await reader.read('guest', eva.id)
  expect(body).toMatchObject(parts)
  expect(body._access.fields).toMatchObject({ masked: ['cpf', 'cnpj', 'phone', 'passport'], revealable: [] })
  expect((await reader.list('guest', '_fields=cpf&name=Eva%20S%C3%A1')).body).toMatchObject([{ cpf: parts.cpf }])

  const { body: open } = await revealer.read('guest', eva.id)
  expect(open).toMatchObject({ ...parts, cpf: whole.cpf })
  expect(open._access.fields.masked).toEqual(['cnpj', 'phone', 'passport'])

  const all = await administrator.read('guest', eva.id)
  expect(all.body).toMatchObject(whole)
  expect(all.body._access.fields).not.toHaveProperty('masked')
})

test('an empty value is empty, masked or not', async () => {
  const { person, rui } = await guests()
  const reader = await person({ rules: [reading] })

  expect((await reader.read('guest', rui.id)).body).toMatchObject({ passport: null, phone: null })
})

test('it may be revealed on some records only', async () => {
  const { person } = await guests()
  const some = await person({
    rules: [reading, { actions: ['reveal'], subject: 'guest', fields: ['cpf'], conditions: { open: true } }],
  })

  expect((await some.list('guest')).body).toMatchObject([{ cpf: whole.cpf }, { cpf: '***.982.247-**' }])
  expect(await some.ids('guest', 'cpf=52998224725')).toEqual([])
  expect((await some.list('guest', 'cpf=11144477735')).body).toHaveLength(1)
  expect((await some.list('guest', 'q=52998224725')).body).toEqual([])
  expect((await some.list('guest', '_sort=cpf&_order=desc')).body).toMatchObject([
    { name: 'Eva Sá' },
    { name: 'Rui Lima' },
  ])
})

test('what is masked is found by no filter, no search and no order, and the screens offer none', async () => {
  const { person } = await guests()
  const reader = await person({ rules: [reading] })

  const answers = [
    await reader.list('guest', 'cpf=11144477735'),
    await reader.list('guest', 'cpf_starts=111'),
    await reader.list('guest', 'cpf_null=true'),
    await reader.list('guest', '_sort=cpf'),
    await reader.lookup('guest', 'cpf=11144477735'),
  ]
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
  expect(answers[0]?.body.detail).toBe('Você vê o campo “cpf” só em parte: não pode filtrar nem ordenar por ele.')
  expect((await reader.list('guest', 'q=11144477735')).body).toEqual([])

  const { resources } = (await reader.send('GET', '/api/meta')).body
  const meta = resources.find(({ name }: { name: string }) => name === 'guest')
  expect(meta.list.filters).toEqual(['open'])
  const field = meta.fields.find(({ name }: { name: string }) => name === 'cpf')
  expect(field).toMatchObject({ masked: true, operators: [] })
  expect(field).not.toHaveProperty('sortable')
})

test('whoever may write a field need not see it whole', async () => {
  const { person, administrator, eva } = await guests()
  const writer = await person({ rules: [reading, { actions: ['update'], subject: 'guest' }] })

  const saved = await writer.update('guest', eva, { cpf: '529.982.247-25' })

  expect(saved).toMatchObject({ status: 200, body: { cpf: '***.982.247-**' } })
  expect((await administrator.read('guest', eva.id)).body.cpf).toBe('52998224725')
})

test('a rule may reveal to whoever says why, which the history keeps', async () => {
  const { person, administrator, eva } = await guests()
  const clerk = await person({
    rules: [reading, { actions: ['revealWithReason'], subject: 'guest', fields: ['cpf'] }],
  })
  const path = `/api/guests/${eva.id}/reveal`
  expect((await clerk.read('guest', eva.id)).body._access.fields.revealable).toEqual(['cpf'])

  const answer = await clerk.send('POST', path, { body: { field: 'cpf', reason: 'Conferir a nota fiscal' } })

  expect(answer).toMatchObject({ status: 200, body: { field: 'cpf', value: whole.cpf } })
  const [entry] = (await administrator.send('GET', `/api/guests/${eva.id}/history`)).body
  expect(entry).toMatchObject({
    action: 'revealWithReason',
    label: 'Revelar com motivo',
    note: 'Conferir a nota fiscal',
    changes: [{ field: 'cpf' }],
    version: 1,
  })
  expect((await clerk.read('guest', eva.id)).body).toMatchObject({ cpf: parts.cpf, version: 1 })
})

test('nothing is revealed without a reason, without a rule, or of a record that one does not see', async () => {
  const { person, administrator, eva, rui, database } = await guests()
  const clerk = await person({
    rules: [
      { ...reading, conditions: { open: true } },
      { actions: ['revealWithReason'], subject: 'guest', fields: ['cpf'] },
    ],
  })
  const reader = await person({ rules: [reading] })
  const ask = (who: Client, id: number, body: unknown) => who.send('POST', `/api/guests/${id}/reveal`, { body })
  const why = 'Conferir a nota fiscal'

  const answers = [
    await ask(clerk, eva.id, { field: 'cpf', reason: ' ' }),
    await ask(clerk, eva.id, { field: 'phone', reason: why }),
    await ask(clerk, eva.id, { field: 'name', reason: why }),
    await ask(clerk, rui.id, { field: 'cpf', reason: why }),
    await ask(reader, eva.id, { field: 'cpf', reason: why }),
    await ask(administrator, eva.id, { field: 'nothing', reason: why }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([422, 403, 403, 404, 403, 403])
  expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(/11144477735|52998224725/)
  expect(await database.read(`SELECT id FROM history WHERE action = 'revealWithReason'`)).toEqual([])
})

test('the history shows masked values in part', async () => {
  const { person, administrator, eva } = await guests()
  await administrator.update('guest', eva, { cpf: '52998224725' })
  const reader = await person({ rules: [reading] })

  const { body, text: said } = await reader.send('GET', `/api/guests/${eva.id}/history`)

  expect(body[0].changes).toEqual([{ field: 'cpf', before: parts.cpf, after: '***.982.247-**' }])
  expect(said).not.toMatch(/11144477735|52998224725|YA123456/)
})

test('no question about rights tells a masked value', async () => {
  const { person, eva } = await guests()
  const rules: Rule[] = ['guest', 'permissionGroup', 'user'].map((subject) => ({ actions: ['read'], subject }))
  const reader = await person({ rules })
  const revealer = await person({ rules: [...rules, { actions: ['reveal'], subject: 'guest' }] })
  const guess = (value: string): Rule => ({ ...reading, conditions: { cpf: value } })
  const right = await person({ rules: [guess(whole.cpf)] })
  const wrong = await person({ rules: [guess('15350946056')] })
  const { group } = await person({ rules: [] })
  const told = async (client: Client, { user, value }: { user: number; value: string }) => {
    const draft = { group, rules: [guess(value)] }
    const impact = await client.send('POST', '/api/permissions/impact', { body: draft })
    const deed = { user, action: 'read', subject: 'guest', id: eva.id }
    const explained = await client.send('POST', '/api/permissions/explain', { body: deed })
    const who = await client.send('GET', `/api/permissions/who?subject=guest&action=read&id=${eva.id}`)
    expect([impact.status, explained.status, who.status]).toEqual([200, 200, 200])
    const [step] = explained.body.steps
    return {
      rows: impact.body.subjects[0].changes[0].rowsGained.count,
      explained: [explained.body.allowed, step?.matched],
      who: [right, wrong].map((one) => who.body.users.some(({ id }: { id: number }) => id === one.user)),
    }
  }
  const guesses = [
    { user: right.user, value: whole.cpf },
    { user: wrong.user, value: '15350946056' },
  ]
  const [known, guessed] = [revealer, reader].map((client) => guesses.map((guess) => told(client, guess)))
  expect(await Promise.all(known ?? [])).toEqual([
    { rows: 1, explained: [true, true], who: [true, false] },
    { rows: 0, explained: [false, false], who: [true, false] },
  ])
  const unknown = { rows: 0, explained: [null, null], who: [true, true] }
  expect(await Promise.all(guessed ?? [])).toEqual([unknown, unknown])
})
