import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { problem } from '../../../test/fakeApi.ts'
import { cell, closeDrawer, openGroup } from '../../../test/groupPage.tsx'
import { aGroup, aRule } from '../../../test/groups.ts'

const save = async () => fireEvent.click(await screen.findByRole('button', { name: /SALVAR/ }))

/** Opens the rules of a cell. */
async function open(name: string) {
  fireEvent.click(await cell(name))
  return within(await screen.findByRole('dialog', { name: name.replace(', ', ' · ') }))
}

/** Opens a rule of the drawer. */
async function openRule(number: number) {
  const rule = within(await screen.findByRole('region', { name: `Regra ${number}` }))
  const toggle = rule.getAllByRole('button')[0]
  if (toggle?.getAttribute('aria-expanded') === 'false') fireEvent.click(toggle)
  return rule
}

/** Chooses from an antd select. */
function choose(combobox: HTMLElement, option: string | RegExp) {
  fireEvent.mouseDown(combobox)
  const found = screen.getAllByTitle(option).filter((each) => each.className.includes('ant-select-item-option'))
  const last = found.at(-1)
  if (!last) throw new Error(`No option ${option}`)
  fireEvent.click(last)
}

const sentence = (rule: Awaited<ReturnType<typeof openRule>>) => rule.getAllByRole('button')[0]?.textContent

describe('the rules of a cell', () => {
  test('say each what it does; one alone stands open', async () => {
    openGroup()
    const drawer = await open('Clientes, Alterar')

    expect(drawer.getAllByRole('region').map((rule) => rule.querySelector('header')?.textContent)).toEqual([
      expect.stringContaining('Clientes: permite alterar, só Nome e E-mail, sempre.'),
      expect.stringContaining('Clientes: impede alterar, quando Status é Cancelado.'),
    ])
    expect(drawer.queryByRole('radio')).toBeNull()
    await closeDrawer()
    const other = await open('Clientes, Ver')
    expect(other.getAllByRole('radio')).not.toHaveLength(0)
  })

  test('a new rule is saved with the others, and only the rules are sent', async () => {
    const { sent } = openGroup()
    const drawer = await open('Marcas, Ver')
    expect(drawer.getByText(/ninguém deste grupo pode/)).toBeDefined()

    fireEvent.click(drawer.getByRole('button', { name: 'Permitir' }))
    expect(sentence(await openRule(4))).toContain('Marcas: permite ver, sempre.')
    await closeDrawer()
    expect((await screen.findAllByText('Regras', { selector: '[role=status]' })).length).toBe(1)
    await save()

    await waitFor(() => expect(sent('/api/permission-groups/5')).toHaveLength(1))
    expect(sent('/api/permission-groups/5')[0]).toEqual({
      rules: [
        ...aGroup().rules,
        {
          actions: ['read'],
          subject: 'brand',
          fields: null,
          conditions: null,
          check: null,
          inverted: false,
          reason: null,
        },
      ],
    })
  })

  test('a rule taken out comes back where it stood, and then nothing has changed', async () => {
    openGroup()
    const drawer = await open('Clientes, Alterar')
    fireEvent.click(drawer.getByRole('button', { name: 'Excluir a regra 2' }))
    expect(drawer.getAllByRole('region')).toHaveLength(1)

    fireEvent.click(within(screen.getByText('Regra excluída.')).getByRole('button', { name: 'Desfazer' }))

    expect(drawer.getAllByRole('region')).toHaveLength(2)
    expect(screen.getByText('Nenhuma alteração')).toBeDefined()
  })

  test('a rule that is made to speak of something else stays open until the drawer closes', async () => {
    openGroup()
    await open('Clientes, Ver')
    const rule = await openRule(1)
    fireEvent.click(rule.getByRole('checkbox', { name: 'Excluir' }))
    fireEvent.click(rule.getByRole('checkbox', { name: 'Ver' }))

    expect(sentence(await openRule(1))).toContain('Clientes: permite excluir')
    expect(rule.getByText(/não fala mais de Clientes · Ver\./)).toBeDefined()
    expect(rule.getByRole<HTMLInputElement>('checkbox', { name: 'Ver' }).checked).toBe(false)
    await closeDrawer()
    expect(screen.queryByRole('region', { name: 'Regra 1' })).toBeNull()
    expect((await cell('Clientes, Excluir')).getAttribute('aria-label')).toBe('Clientes, Excluir: Parte, 1 regra')
    const again = await open('Clientes, Ver')
    expect(again.queryByRole('region')).toBeNull()
  })

  test('of two rules that were taken out, both come back, and the focus is never lost', async () => {
    openGroup()
    const drawer = await open('Clientes, Alterar')
    const back = () => drawer.getByRole('button', { name: 'Desfazer' })
    fireEvent.click(drawer.getByRole('button', { name: 'Excluir a regra 2' }))
    expect(document.activeElement).toBe(back())
    fireEvent.click(drawer.getByRole('button', { name: 'Excluir a regra 2' }))
    expect(drawer.queryByRole('region')).toBeNull()
    expect(document.activeElement).toBe(back())

    fireEvent.click(back())
    expect(document.activeElement?.textContent).toContain('impede alterar')
    fireEvent.click(back())
    expect(document.activeElement?.textContent).toContain('permite alterar')

    expect(drawer.queryByRole('button', { name: 'Desfazer' })).toBeNull()
    expect(screen.getByText('Nenhuma alteração')).toBeDefined()
  })

  test('a copy stands beside its rule, open', async () => {
    openGroup()
    const drawer = await open('Clientes, Alterar')
    fireEvent.click(drawer.getByRole('button', { name: 'Duplicar a regra 2' }))

    expect(drawer.getAllByRole('region')).toHaveLength(3)
    const copy = await openRule(3)
    expect(document.activeElement).toBe(copy.getAllByRole('button')[0])
    expect(copy.getAllByRole('radio').length).toBeGreaterThan(0)
  })

  test('fields are all, and those to come, or those that are ticked', async () => {
    openGroup()
    await open('Clientes, Ver')
    const rule = await openRule(1)

    fireEvent.click(rule.getByRole('radio', { name: 'Só estes campos' }))
    fireEvent.click(rule.getByRole('button', { name: 'Desmarcar todos' }))
    expect(rule.getByText('Escolha ao menos um campo.')).toBeDefined()
    fireEvent.change(rule.getByRole('textbox', { name: 'Procurar campo' }), { target: { value: 'mail' } })
    fireEvent.click(rule.getByRole('checkbox', { name: 'E-mail' }))
    expect(sentence(rule)).toContain('só E-mail')

    fireEvent.click(rule.getByRole('radio', { name: 'Todos os campos, e os que vierem a existir' }))
    expect(screen.getByText('Nenhuma alteração')).toBeDefined()
  })

  test('a rule without a field cannot be saved', async () => {
    const { sent } = openGroup()
    await open('Clientes, Ver')
    const rule = await openRule(1)
    fireEvent.click(rule.getByRole('radio', { name: 'Só estes campos' }))
    fireEvent.click(rule.getByRole('button', { name: 'Desmarcar todos' }))
    await closeDrawer()
    await save()

    expect(await screen.findByText(/A regra 1 não tem nenhum campo marcado/)).toBeDefined()
    expect(sent('/api/permission-groups/5')).toEqual([])
  })

  test('what the API refuses of one rule stands at it, until it is changed', async () => {
    openGroup('/permission-groups/5', {
      answer: ({ method }) =>
        method === 'PATCH' ? problem(422, 'invalid', { errors: { 'rules.1.reason': ['Curto demais.'] } }) : undefined,
    })
    await open('Clientes, Alterar')
    fireEvent.click(screen.getByRole('button', { name: 'Excluir a regra 3' }))
    await closeDrawer()
    await save()
    await screen.findByText('Nº 2: Curto demais.')

    await open('Clientes, Alterar')
    const rule = await openRule(2)
    expect(rule.getByText('Curto demais.')).toBeDefined()
    fireEvent.change(rule.getByRole('textbox', { name: 'Motivo' }), { target: { value: 'Um motivo' } })
    expect(rule.queryByText('Curto demais.')).toBeNull()
  })

  test('what a rule is about after a save can be the same, anything or something else', async () => {
    openGroup('/permission-groups/5', {
      group: aGroup({ rules: [aRule(1, { actions: ['update'], conditions: { status: 'active' } })] }),
    })
    await open('Clientes, Alterar')
    const rule = await openRule(1)
    expect(rule.getByRole<HTMLInputElement>('radio', { name: 'continua cumprindo a condição acima' }).checked).toBe(
      true,
    )

    fireEvent.click(rule.getByRole('radio', { name: 'pode ficar de qualquer jeito' }))
    expect(sentence(rule)).toContain('depois de salvo, pode ficar de qualquer jeito')
    fireEvent.click(rule.getByRole('radio', { name: 'cumpre outra condição' }))
    expect(sentence(rule)).toContain('depois de salvo, só se Status é Ativo')
  })

  test('what has gone is flagged, and can be taken out', async () => {
    openGroup('/permission-groups/5', {
      group: aGroup({
        rules: [aRule(1, { fields: ['name', 'fax'], conditions: { fax: 'x' }, status: 'needs_review' })],
      }),
    })
    await open('Clientes, Ver')
    const rule = await openRule(1)
    expect(rule.getByText(/ela não permite nada/)).toBeDefined()

    fireEvent.click(rule.getByRole('checkbox', { name: 'fax (não existe mais)' }))
    fireEvent.click(rule.getByRole('button', { name: 'Retirar a condição de fax' }))

    expect(sentence(rule)).toContain('Clientes: permite ver, só Nome, sempre.')
    expect(rule.queryByText(/ela não permite nada/)).toBeNull()
  })

  test('who may not change rules reads them', async () => {
    openGroup('/permission-groups/5', {
      group: aGroup({
        _access: { update: false, delete: false, actions: [], fields: { hidden: [], readonly: ['rules'] } },
      }),
    })
    const drawer = await open('Clientes, Ver')

    expect(drawer.queryByRole('button', { name: 'Permitir' })).toBeNull()
    expect(drawer.queryByRole('button', { name: /Excluir a regra/ })).toBeNull()
    const controls = ['radio', 'checkbox', 'combobox', 'textbox'].flatMap((role) =>
      drawer.getAllByRole<HTMLInputElement>(role),
    )
    expect(controls.filter((control) => !control.disabled)).toEqual([])
    expect(drawer.getByRole<HTMLInputElement>('radio', { name: 'Permite' }).checked).toBe(true)
    // Else nobody who hears the screen would know that they are there.
    expect(controls.filter((control) => control.closest('[inert]'))).toEqual([])
  })
})

describe('the builder of conditions', () => {
  test('adds a condition, with what people mean most often by it', async () => {
    openGroup()
    const drawer = await open('Marcas, Ver')
    fireEvent.click(drawer.getByRole('button', { name: 'Permitir' }))
    const rule = await openRule(4)
    fireEvent.click(rule.getByRole('radio', { name: 'Só os que cumprem' }))

    choose(rule.getByRole('combobox', { name: 'Adicionar condição' }), 'Marca (o próprio registro)')
    expect(sentence(rule)).toContain('quando Marca é a da pessoa ou abaixo.')
    choose(rule.getByRole('combobox', { name: 'Adicionar condição' }), 'Ativa')
    expect(sentence(rule)).toContain('quando Marca é a da pessoa ou abaixo e Ativa: sim.')
    choose(rule.getByRole('combobox', { name: 'Valem' }), 'qualquer uma destas')
    expect(sentence(rule)).toContain('quando Marca é a da pessoa ou abaixo ou Ativa: sim.')
  })

  test('compares with states, several at once', async () => {
    openGroup()
    const drawer = await open('Clientes, Excluir')
    fireEvent.click(drawer.getByRole('button', { name: 'Impedir' }))
    const rule = await openRule(4)
    fireEvent.click(rule.getByRole('radio', { name: 'Só os que cumprem' }))
    choose(rule.getByRole('combobox', { name: 'Adicionar condição' }), 'Status')
    expect(sentence(rule)).toContain('quando Status é ….')
    expect(document.activeElement).toBe(rule.getByRole('combobox', { name: 'Status' }))

    choose(rule.getByRole('combobox', { name: 'Status' }), 'Ativo')
    choose(rule.getByRole('combobox', { name: 'Status' }), 'Cancelado')

    expect(sentence(rule)).toContain('Clientes: impede excluir, quando Status é Ativo ou Cancelado.')
    choose(rule.getByRole('combobox', { name: 'Comparação de Status' }), 'está vazio')
    expect(sentence(rule)).toContain('quando Status sem valor.')
  })

  test('reaches through relations, and nests groups', async () => {
    openGroup()
    const drawer = await open('Clientes, Excluir')
    fireEvent.click(drawer.getByRole('button', { name: 'Permitir' }))
    const rule = await openRule(4)
    fireEvent.click(rule.getByRole('radio', { name: 'Só os que cumprem' }))
    choose(rule.getByRole('combobox', { name: 'Adicionar condição' }), 'Contatos: se há ou não há')
    expect(sentence(rule)).toContain('quando há Contatos.')

    choose(rule.getAllByRole('combobox', { name: 'Adicionar condição' })[0] as HTMLElement, 'Relação')
    choose(rule.getByRole('combobox', { name: 'Relação' }), 'Financeiro')
    choose(rule.getByRole('combobox', { name: 'Comparação de Contatos' }), 'não há nenhum em que')
    expect(sentence(rule)).toContain('quando não há Contatos em que (Relação é Financeiro).')

    choose(rule.getAllByRole('combobox', { name: 'Adicionar condição' }).at(-1) as HTMLElement, 'Grupo de condições')
    expect(sentence(rule)).toContain('e ….')
    fireEvent.click(rule.getByRole('button', { name: 'Retirar o grupo de condições' }))
    expect(sentence(rule)).not.toContain('…')
  })

  test('says moments from when somebody asks', async () => {
    openGroup('/permission-groups/5', {
      group: aGroup({ rules: [aRule(1, { conditions: { createdAt: { $gte: '${now-30d}' } } })] }),
    })
    await open('Clientes, Ver')
    const rule = await openRule(1)

    fireEvent.change(rule.getByRole('spinbutton', { name: 'Quanto, em Criado em' }), { target: { value: '7' } })

    expect(sentence(rule)).toContain('quando Criado em a partir de 7 dias atrás.')
  })
})

describe('the JSON of a rule', () => {
  const json = async () => {
    const rule = await openRule(1)
    const shown = rule.queryByRole('textbox', { name: 'JSON da regra' })
    if (!shown) fireEvent.click(rule.getByRole('button', { name: 'Mostrar JSON' }))
    return { rule, text: rule.getByRole<HTMLTextAreaElement>('textbox', { name: 'JSON da regra' }) }
  }
  const write = (value: unknown) => ({ target: { value: typeof value === 'string' ? value : JSON.stringify(value) } })

  test('and its controls are in step, both ways', async () => {
    openGroup()
    await open('Clientes, Ver')
    const { rule, text } = await json()
    expect(JSON.parse(text.value)).toEqual({
      actions: ['read'],
      subject: 'customer',
      conditions: { brand: { $under: '${user.brand}' } },
    })

    fireEvent.change(
      text,
      write({ actions: ['read'], subject: 'customer', conditions: { vip: true }, reason: 'Só VIP' }),
    )
    expect(sentence(rule)).toContain('quando VIP: sim.')
    expect(rule.getByRole<HTMLInputElement>('textbox', { name: 'Motivo' }).value).toBe('Só VIP')

    fireEvent.click(rule.getByRole('radio', { name: 'Impede' }))
    expect(JSON.parse(text.value)).toMatchObject({ inverted: true, reason: 'Só VIP' })
  })

  test('stays as it was typed while it is no rule, is not lost, and keeps the group from being saved', async () => {
    const { sent } = openGroup()
    await open('Clientes, Ver')
    const { text } = await json()
    fireEvent.change(text, write('{ "actions": ['))
    expect(await screen.findByText(/Isto não é JSON/)).toBeDefined()
    await closeDrawer()
    await save()
    expect(await screen.findByText(/O JSON da regra 1 não pode ser lido/)).toBeDefined()
    expect(sent('/api/permission-groups/5')).toEqual([])

    await open('Clientes, Ver')
    const again = await json()
    expect(again.text.value).toBe('{ "actions": [')
    fireEvent.click(again.rule.getByRole('button', { name: 'Voltar ao que era' }))
    expect(screen.getByText('Nenhuma alteração')).toBeDefined()
  })

  test('what the builder does not understand stays in it', async () => {
    const { sent } = openGroup('/permission-groups/5', {
      group: aGroup({ rules: [aRule(1, { conditions: { $nor: [{ vip: true }], status: 'active' } })] }),
    })
    await open('Clientes, Ver')
    const rule = await openRule(1)
    expect(rule.getByText('Só pode ser alterado no JSON.')).toBeDefined()
    choose(rule.getByRole('combobox', { name: 'Adicionar condição' }), 'VIP')
    await closeDrawer()
    await save()

    await waitFor(() =>
      expect(sent('/api/permission-groups/5')[0]).toMatchObject({
        rules: [{ conditions: { $nor: [{ vip: true }], status: 'active', vip: true } }],
      }),
    )
  })
})
