import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { closeDrawer, openGroup } from '../../../test/groupPage.tsx'
import { aGroup, aRule } from '../../../test/groups.ts'
import { choose, openCell, openRule, sentence } from '../../../test/ruleCards.ts'

const save = async () => fireEvent.click(await screen.findByRole('button', { name: /SALVAR/ }))

describe('the builder of conditions', () => {
  test('adds a condition, with what people mean most often by it', async () => {
    openGroup()
    const drawer = await openCell('Marcas, Ver')
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
    const drawer = await openCell('Clientes, Excluir')
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
    const drawer = await openCell('Clientes, Excluir')
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
    await openCell('Clientes, Ver')
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
    await openCell('Clientes, Ver')
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
    await openCell('Clientes, Ver')
    const { text } = await json()
    fireEvent.change(text, write('{ "actions": ['))
    expect(await screen.findByText(/Isto não é JSON/)).toBeDefined()
    await closeDrawer()
    await save()
    expect(await screen.findByText(/O JSON da regra 1 não pode ser lido/)).toBeDefined()
    expect(sent('/api/permission-groups/5')).toEqual([])

    await openCell('Clientes, Ver')
    const again = await json()
    expect(again.text.value).toBe('{ "actions": [')
    fireEvent.click(again.rule.getByRole('button', { name: 'Voltar ao que era' }))
    expect(screen.getByText('Nenhuma alteração')).toBeDefined()
  })

  test('what the builder does not understand stays in it', async () => {
    const { sent } = openGroup('/permission-groups/5', {
      group: aGroup({ rules: [aRule(1, { conditions: { $nor: [{ vip: true }], status: 'active' } })] }),
    })
    await openCell('Clientes, Ver')
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
