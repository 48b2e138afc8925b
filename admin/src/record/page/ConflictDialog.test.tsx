import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { problem } from '../../../test/fakeApi.ts'
import { aPerson } from '../../../test/people.ts'
import { keep, openPage, save, value } from '../../../test/recordPage.tsx'

/** A page whose first save meets a newer record. */
function openStale(current: ReturnType<typeof aPerson>) {
  let saves = 0
  return openPage('/people/7', {
    answer: ({ method }) => {
      if (method !== 'PATCH') return undefined
      saves += 1
      return saves === 1 ? problem(412, 'stale', { current }) : undefined
    },
  })
}

const dialog = () => screen.findByRole('dialog', { name: 'Outra pessoa alterou este registro' })
const option = async (label: string, whose: RegExp) =>
  within(within(await dialog()).getByRole('group', { name: label })).getByRole<HTMLInputElement>('radio', {
    name: whose,
  })

test('each field that clashes is chosen by itself, and the save goes on the new version', async () => {
  const { calls, sent } = openStale(aPerson({ version: 9, name: 'Ana Dias', email: 'outra@example.com' }))
  await keep(/^Nome/, 'Ana Souza')
  await keep(/^E-mail/, 'minha@example.com')
  await keep(/^Apelido/, 'Nina')
  await save()

  expect((await dialog()).textContent).toContain('Faltam 2 escolhas.')
  expect((await dialog()).textContent).toContain('Suas alterações que ficam: Apelido.')
  const go = within(await dialog()).getByRole('button', { name: 'Salvar com estas escolhas' })
  expect(go).toHaveProperty('disabled', true)
  fireEvent.click(await option('Nome', /^Meu/))
  fireEvent.click(await option('E-mail', /^Da outra pessoa/))
  fireEvent.click(go)

  await waitFor(() => expect(sent()).toHaveLength(2))
  expect(sent()[1]?.body).toEqual({ name: 'Ana Souza', nickname: 'Nina' })
  expect(calls.filter(({ method }) => method === 'PATCH')[1]?.headers.get('If-Match')).toBe('"9"')
})

test('changes that do not touch each other are joined with one click', async () => {
  const { sent } = openStale(aPerson({ version: 9, email: 'outra@example.com' }))
  await keep(/^Nome/, 'Ana Souza')
  await save()

  expect(within(await dialog()).queryByRole('radio')).toBeNull()
  fireEvent.click(within(await dialog()).getByRole('button', { name: 'Juntar e salvar' }))

  await waitFor(() => expect(sent()[1]?.body).toEqual({ name: 'Ana Souza' }))
})

test('going back to the form saves nothing and loses nothing', async () => {
  const { sent } = openStale(aPerson({ version: 9, name: 'Ana Dias' }))
  await keep(/^Nome/, 'Ana Souza')
  await save()
  fireEvent.click(within(await dialog()).getByRole('button', { name: 'Voltar à edição' }))

  expect(await value(/^Nome Ana Souza/)).toBeDefined()
  expect(sent()).toHaveLength(1)
})
