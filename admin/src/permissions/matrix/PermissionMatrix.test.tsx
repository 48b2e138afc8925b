import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { json, problem } from '../../../test/fakeApi.ts'
import { cell, closeDrawer, openGroup } from '../../../test/groupPage.tsx'
import { aGroup, aRule } from '../../../test/groups.ts'

const save = async () => fireEvent.click(await screen.findByRole('button', { name: /SALVAR/ }))
const names = () => screen.getAllByRole('button').flatMap((button) => button.getAttribute('data-cell') ?? [])

describe('the matrix', () => {
  test('says of every cell how much is granted, in words too', async () => {
    openGroup()

    expect((await cell('Clientes, Ver')).getAttribute('aria-label')).toBe('Clientes, Ver: Parte, 1 regra')
    expect((await cell('Clientes, Alterar')).getAttribute('aria-label')).toBe(
      'Clientes, Alterar: Parte, Com impedimento, 2 regras',
    )
    expect((await cell('Clientes, Excluir')).getAttribute('aria-label')).toBe('Clientes, Excluir: Nada')
    expect((await cell('Clientes, Ver')).title).toBe('Clientes: permite ver, quando Marca é a da pessoa ou abaixo.')
  })

  test('stands in the groups of the menu, parts of others after them', async () => {
    openGroup()
    await cell('Clientes, Ver')

    expect(screen.getAllByRole('rowheader').map((row) => row.textContent)).toEqual([
      'Cadastro',
      'Clientes',
      'Marcas',
      'Partes de outros cadastros',
      'Contatos',
    ])
  })

  test('is narrowed by what is sought, and to what has rules', async () => {
    openGroup()
    await cell('Contatos, Ver')

    fireEvent.change(screen.getByRole('textbox', { name: 'Procurar recurso ou ação' }), { target: { value: 'migrar' } })
    expect(new Set(names().map((name) => name.split('/')[0]))).toEqual(new Set(['customer']))
    fireEvent.change(screen.getByRole('textbox', { name: 'Procurar recurso ou ação' }), { target: { value: 'xyz' } })
    expect(screen.getByText(/Nenhum recurso assim/)).toBeDefined()
    fireEvent.change(screen.getByRole('textbox', { name: 'Procurar recurso ou ação' }), { target: { value: '' } })
    fireEvent.click(screen.getByRole('switch', { name: 'Só os que têm regras' }))
    expect(new Set(names().map((name) => name.split('/')[0]))).toEqual(new Set(['customer']))
  })

  test('is walked with the arrow keys, and Tab leads to one cell', async () => {
    openGroup()
    const first = await cell('Clientes, Ver')
    expect(screen.getAllByRole('button').filter((button) => button.dataset.cell && button.tabIndex === 0)).toEqual([
      first,
    ])

    first.focus()
    const press = (key: string, more = {}) =>
      document.activeElement && fireEvent.keyDown(document.activeElement, { key, ...more })
    press('ArrowRight')
    press('ArrowDown')
    expect(document.activeElement).toBe(await cell('Marcas, Criar'))
    press('End')
    expect(document.activeElement).toBe(await cell('Marcas, Excluir'))
    press('ArrowUp')
    press('ArrowRight')
    expect(document.activeElement).toBe(await cell('Clientes, Migrar cliente'))
    press('Home', { ctrlKey: true })
    expect(document.activeElement).toBe(first)
  })

  test('has a row for everything, and one for what has gone, where rules speak of them', async () => {
    openGroup('/permission-groups/5', {
      group: aGroup({
        rules: [
          aRule(1, { subject: 'all', actions: ['manage'] }),
          aRule(2, { subject: 'kite', actions: ['fly'], status: 'needs_review' }),
        ],
      }),
    })

    expect((await cell('Tudo, Qualquer ação')).getAttribute('aria-label')).toBe('Tudo, Qualquer ação: Tudo, 1 regra')
    expect((await cell('Clientes, Migrar cliente')).getAttribute('aria-label')).toContain('Tudo, 1 regra')
    expect((await cell('kite, fly')).getAttribute('aria-label')).toContain('Precisa de revisão')
  })

  test('shows that the system group may do everything, and lets nobody change it', async () => {
    openGroup('/permission-groups/5', { group: aGroup({ system: true, rules: [] }) })

    expect((await cell('Clientes, Excluir')).getAttribute('aria-label')).toBe('Clientes, Excluir: Tudo, 1 regra')
    expect(screen.getByText(/Grupo do sistema/)).toBeDefined()
    fireEvent.click(await cell('Clientes, Excluir'))
    const drawer = within(await screen.findByRole('dialog', { name: 'Clientes · Excluir' }))
    expect(drawer.queryByRole('button', { name: 'Permitir' })).toBeNull()
  })

  test('is not drawn where the rules are hidden, as if there were none', async () => {
    const { rules: _, ...hidden } = aGroup({
      _access: { update: true, delete: false, actions: [], fields: { hidden: ['rules'], readonly: [] } },
    })
    openGroup('/permission-groups/5', {
      answer: (_call, path) => (path === '/api/permission-groups/5' ? json(hidden) : undefined),
    })

    await screen.findByText('Neste registro você não pode ver “Regras”.')
    expect(screen.queryByRole('grid')).toBeNull()
  })

  test('is a list of subjects on a phone', async () => {
    vi.spyOn(window, 'matchMedia').mockImplementation(matchMediaOf)
    openGroup()

    const customer = await screen.findByRole('region', { name: 'Clientes' })
    expect(screen.queryByRole('grid')).toBeNull()
    fireEvent.click(within(customer).getByRole('button', { name: /^Clientes, Ver:/ }))
    expect(await screen.findByRole('dialog', { name: 'Clientes · Ver' })).toBeDefined()
  })

  test('what the API refuses of the rules stands over it with the focus, and nothing is lost', async () => {
    openGroup('/permission-groups/5', {
      answer: ({ method }) =>
        method === 'PATCH'
          ? problem(422, 'invalid', { errors: { rules: ['Regra 4: não existe a ação.'] } })
          : undefined,
    })
    fireEvent.click(await cell('Marcas, Ver'))
    fireEvent.click(await screen.findByRole('button', { name: 'Permitir' }))
    await closeDrawer()
    await save()

    const text = await screen.findByText('Regra 4: não existe a ação.')
    await waitFor(() => expect(document.activeElement?.contains(text)).toBe(true))
    expect((await cell('Marcas, Ver')).getAttribute('aria-label')).toBe('Marcas, Ver: Tudo, 1 regra')
  })

  test('rules that somebody else changed meanwhile are told in words, on both sides', async () => {
    const [first, second, third] = aGroup().rules
    const current = aGroup({ version: 9, rules: [{ ...first, conditions: null }, second] })
    openGroup('/permission-groups/5', {
      answer: ({ method }) => (method === 'PATCH' ? problem(412, 'stale', { current }) : undefined),
    })
    fireEvent.click(await cell('Marcas, Ver'))
    fireEvent.click(await screen.findByRole('button', { name: 'Permitir' }))
    await closeDrawer()
    await save()

    const clash = within(await screen.findByRole('group', { name: 'Regras' }))
    await clash.findByText(/Marcas: permite ver/)
    const [theirs, mine] = clash.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)
    expect(theirs).toContain(
      '~ Clientes: permite ver, quando Marca é a da pessoa ou abaixo. Passa a ser: Clientes: permite ver, sempre.',
    )
    expect(theirs).toContain(`− Clientes: impede alterar, quando Status é Cancelado. “${third?.reason}”`)
    expect(mine).toContain('+ Marcas: permite ver, sempre.')
  })
})

/** That of a phone. */
function matchMediaOf(media: string): MediaQueryList {
  return Object.assign(new EventTarget(), {
    media,
    matches: media.includes('max-width'),
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  })
}
