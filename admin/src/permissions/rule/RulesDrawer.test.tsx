import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { problem } from '../../../test/fakeApi.ts'
import { cell, closeDrawer, openGroup } from '../../../test/groupPage.tsx'
import { aGroup, aRule } from '../../../test/groups.ts'
import { openCell, openRule, sentence } from '../../../test/ruleCards.ts'

const save = async () => fireEvent.click(await screen.findByRole('button', { name: /SALVAR/ }))

describe('the rules of a cell', () => {
  test('say each what it does; one alone stands open', async () => {
    openGroup()
    const drawer = await openCell('Clientes, Alterar')

    expect(drawer.getAllByRole('region').map((rule) => rule.querySelector('header')?.textContent)).toEqual([
      expect.stringContaining('Clientes: permite alterar, só Nome e E-mail, sempre.'),
      expect.stringContaining('Clientes: impede alterar, quando Status é Cancelado.'),
    ])
    expect(drawer.queryByRole('radio')).toBeNull()
    await closeDrawer()
    const other = await openCell('Clientes, Ver')
    expect(other.getAllByRole('radio')).not.toHaveLength(0)
  })

  test('a new rule is saved with the others, and only the rules are sent', async () => {
    const { sent } = openGroup()
    const drawer = await openCell('Marcas, Ver')
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
    const drawer = await openCell('Clientes, Alterar')
    fireEvent.click(drawer.getByRole('button', { name: 'Excluir a regra 2' }))
    expect(drawer.getAllByRole('region')).toHaveLength(1)

    fireEvent.click(within(screen.getByText('Regra excluída.')).getByRole('button', { name: 'Desfazer' }))

    expect(drawer.getAllByRole('region')).toHaveLength(2)
    expect(screen.getByText('Nenhuma alteração')).toBeDefined()
  })

  test('a rule that is made to speak of something else stays open until the drawer closes', async () => {
    openGroup()
    await openCell('Clientes, Ver')
    const rule = await openRule(1)
    fireEvent.click(rule.getByRole('checkbox', { name: 'Excluir' }))
    fireEvent.click(rule.getByRole('checkbox', { name: 'Ver' }))

    expect(sentence(await openRule(1))).toContain('Clientes: permite excluir')
    expect(rule.getByText(/não fala mais de Clientes · Ver\./)).toBeDefined()
    expect(rule.getByRole<HTMLInputElement>('checkbox', { name: 'Ver' }).checked).toBe(false)
    await closeDrawer()
    expect(screen.queryByRole('region', { name: 'Regra 1' })).toBeNull()
    expect((await cell('Clientes, Excluir')).getAttribute('aria-label')).toBe('Clientes, Excluir: Parte, 1 regra')
    const again = await openCell('Clientes, Ver')
    expect(again.queryByRole('region')).toBeNull()
  })

  test('of two rules that were taken out, both come back, and the focus is never lost', async () => {
    openGroup()
    const drawer = await openCell('Clientes, Alterar')
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
    const drawer = await openCell('Clientes, Alterar')
    fireEvent.click(drawer.getByRole('button', { name: 'Duplicar a regra 2' }))

    expect(drawer.getAllByRole('region')).toHaveLength(3)
    const copy = await openRule(3)
    expect(document.activeElement).toBe(copy.getAllByRole('button')[0])
    expect(copy.getAllByRole('radio').length).toBeGreaterThan(0)
  })

  test('fields are all, and those to come, or those that are ticked', async () => {
    openGroup()
    await openCell('Clientes, Ver')
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
    await openCell('Clientes, Ver')
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
    await openCell('Clientes, Alterar')
    fireEvent.click(screen.getByRole('button', { name: 'Excluir a regra 3' }))
    await closeDrawer()
    await save()
    await screen.findByText('Nº 2: Curto demais.')

    await openCell('Clientes, Alterar')
    const rule = await openRule(2)
    expect(rule.getByText('Curto demais.')).toBeDefined()
    fireEvent.change(rule.getByRole('textbox', { name: 'Motivo' }), { target: { value: 'Um motivo' } })
    expect(rule.queryByText('Curto demais.')).toBeNull()
  })

  test('what a rule is about after a save can be the same, anything or something else', async () => {
    openGroup('/permission-groups/5', {
      group: aGroup({ rules: [aRule(1, { actions: ['update'], conditions: { status: 'active' } })] }),
    })
    await openCell('Clientes, Alterar')
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
    await openCell('Clientes, Ver')
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
    const drawer = await openCell('Clientes, Ver')

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
