import type { HistoryEntry, ResourceMeta } from '@ficha/api/contract'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test, vi } from 'vitest'
import { json, problem } from '../../../test/fakeApi.ts'
import { aPerson, people } from '../../../test/people.ts'
import { openPage } from '../../../test/recordPage.tsx'
import { queryClient } from '../../providers/queries.ts'

// Reading the code of the drawer for the first time is no part of any test.
beforeAll(async () => {
  await import('./HistoryDrawer.tsx')
}, 60_000)

const paper = {
  name: 'document',
  kind: 'text' as const,
  label: 'Documento',
  masked: true as const,
  operators: [],
  format: {},
}
const parent = {
  name: 'parent',
  kind: 'belongsTo' as const,
  label: 'Responsável',
  operators: [],
  format: { resource: 'person' },
}
const resource: ResourceMeta = { ...people, fields: [...people.fields, paper, parent] }

const entry = (id: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id,
  at: '2026-01-02T03:04:05.000Z',
  by: { id: 1, name: 'Ana Souza' },
  action: 'update',
  label: 'Alterado',
  version: id,
  changes: [],
  ...more,
})

const asked = /^\/api\/people\/7\/history\?_start=(\d+)&_end=(\d+)$/

/** The page of a person, and its history open over it. */
async function openHistory(answer: (start: number) => Response, person?: () => ReturnType<typeof aPerson>) {
  const opened = openPage('/people/7', {
    resource,
    answer: ({ url, method }) => {
      const [, start, end] = asked.exec(url) ?? []
      if (start !== undefined && Number(end) > Number(start)) return answer(Number(start))
      return person && url === '/api/people/7' && method === 'GET' ? json(person()) : undefined
    },
  })
  const button = await screen.findByRole('button', { name: 'Histórico' })
  button.focus()
  fireEvent.click(button)
  return { ...opened, drawer: within(await screen.findByRole('dialog', { name: 'Histórico de Ana Lima' })) }
}

const answering = (entries: HistoryEntry[], total = entries.length) => json(entries, { 'X-Total-Count': String(total) })

const textOf = (element: HTMLElement | undefined) => element?.textContent?.replaceAll('\u00a0', ' ')

test('tells what was done, by whom, when and why, and what became of each field', async () => {
  const { drawer } = await openHistory(() =>
    answering([
      entry(5, {
        action: 'migrate',
        label: 'Migrar',
        note: 'Mudou de cidade',
        changes: [{ field: 'parent', before: { id: 3, title: 'Rui' }, after: { id: 4 } }],
      }),
      entry(4, {
        by: { id: 3 },
        changes: [
          { field: 'status', before: 'active', after: 'blocked' },
          { field: 'nickname', before: null, after: 'Aninha' },
          { field: 'why', before: 'Atraso', after: 'Atraso' },
          { field: 'document', before: '***-09', after: '***-09' },
          { field: 'password', secret: true },
        ],
      }),
      entry(3, { by: null, cause: 'Encerrar (Pessoa)', erased: true }),
      entry(2, { action: 'revealWithReason', label: 'Revelar', changes: [{ field: 'code' }] }),
    ]),
  )
  const [migration, change, erasure, reveal] = await drawer.findAllByRole('listitem')

  expect(textOf(migration)).toMatch(/^Migrarpor Ana Souza · há \d+ .+motivo: Mudou de cidade.*Responsável/)
  const { getByRole, getByText } = within(migration as HTMLElement)
  expect(getByRole('link', { name: 'Rui' }).getAttribute('href')).toBe('/people/3')
  expect(textOf(migration)).toMatch(/Ruipassou a#4$/)
  expect(getByText(/^há/).closest('time')).toMatchObject({ dateTime: '2026-01-02T03:04:05.000Z' })
  expect(getByText(/^há/).closest('time')?.title).toMatch(/^0[12]\/01\/2026 \d\d:04:05 UTC/)

  expect(textOf(change)).toContain('por #3')
  const lines = within(change as HTMLElement).getAllByRole('definition')
  expect(lines.map(textOf)).toEqual([
    'Ativopassou aBloqueado',
    'vaziopassou aAninha',
    'Atraso',
    '***-09 (conteúdo alterado)',
    'alterada',
  ])

  expect(textOf(erasure)).toMatch(/pelo sistema.*por causa de: Encerrar \(Pessoa\)dados pessoais apagados$/)
  expect(textOf(reveal)).toMatch(/^Revelar.*Código$/)
})

test('folds what a record was created with, and cuts what is long', async () => {
  const long = 'Uma frase que se repete. '.repeat(12).trim()
  const { drawer } = await openHistory(() =>
    answering([
      entry(1, {
        action: 'create',
        label: 'Criado',
        changes: [
          { field: 'name', before: null, after: 'Ana Lima' },
          { field: 'why', before: null, after: long },
        ],
      }),
    ]),
  )
  const fold = await drawer.findByRole('button', { name: 'Criado com 2 campos', expanded: false })
  expect(drawer.queryByText('Ana Lima')).toBeNull()

  fireEvent.click(fold)

  const [name, why] = drawer.getAllByRole('definition')
  expect(textOf(name)).toBe('Ana Lima')
  expect(textOf(why)).toBe(`${long}Mostrar tudo`)
  fireEvent.click(drawer.getByRole('button', { name: 'Mostrar tudo de Motivo' }))
  expect(drawer.getByRole('button', { name: 'Mostrar menos de Motivo', expanded: true })).toBeDefined()
})

test('goes further back when asked, from the first of what is new', async () => {
  let fails = true
  const { drawer } = await openHistory((start) => {
    if (start > 0 && fails) return problem(500, 'unexpected')
    const entries = Array.from({ length: start === 0 ? 20 : 3 }, (_, at) => entry(100 - start - at))
    // One more happened meanwhile, which moved the others on.
    return answering(start === 0 ? entries : [entry(81), ...entries], 23)
  })
  fireEvent.click(await drawer.findByRole('button', { name: 'Mostrar mais · faltam 3' }))
  expect((await drawer.findByRole('alert')).textContent).toBe('Não foi possível carregar mais.')
  expect(drawer.getAllByRole('listitem')).toHaveLength(20)

  fails = false
  fireEvent.click(drawer.getByRole('button', { name: /^Mostrar mais/ }))

  await waitFor(() => expect(drawer.getAllByRole('listitem')).toHaveLength(23))
  expect(document.activeElement).toBe(drawer.getAllByRole('listitem')[20])
  expect(drawer.getByRole('status').textContent).toBe('Mostrando 23 de 23')
  expect(drawer.queryByRole('button', { name: /^Mostrar mais/ })).toBeNull()
})

test('says when it did not come, and tries again; a record without a past says so', async () => {
  let fails = true
  const { drawer } = await openHistory(() => (fails ? problem(500, 'unexpected') : answering([])))
  expect(await drawer.findByText('unexpected, in words')).toBeDefined()
  fails = false
  fireEvent.click(drawer.getByRole('button', { name: 'Tentar de novo' }))
  expect(await drawer.findByText(/^Nada aconteceu/)).toBeDefined()
})

test('is fetched anew when the record has changed', async () => {
  let version = 3
  const { drawer } = await openHistory(
    () => answering([entry(version, { label: `Versão ${version}` })]),
    () => aPerson({ version }),
  )
  await drawer.findByText('Versão 3')
  version = 4

  await act(() => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'history' }))

  expect(await drawer.findByText('Versão 4')).toBeDefined()
})

test('closes with Escape, and the focus is where it was', async () => {
  await openHistory(() => answering([]))
  const button = screen.getByRole('button', { name: 'Histórico' })
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape', keyCode: 27 })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(button))
})

test('is an entry of the menu on a phone', async () => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: media.includes('max-width'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }))
  openPage('/people/7', { answer: (_, path) => (path.endsWith('/history') ? answering([]) : undefined) })
  fireEvent.click(await screen.findByRole('button', { name: 'Mais ações' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Histórico' }))
  expect(await screen.findByRole('dialog', { name: 'Histórico de Ana Lima' })).toBeDefined()
})
