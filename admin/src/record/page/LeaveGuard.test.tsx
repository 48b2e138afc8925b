import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { keep, openPage, openTab, value } from '../../../test/recordPage.tsx'

const leave = () => fireEvent.click(screen.getByRole('link', { name: 'Ir embora' }))
const question = () => screen.findByRole('dialog', { name: 'Sair sem salvar?' })
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))

function unloadIsStopped(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

describe('leaving a page with unsaved changes', () => {
  test('asks, stays with everything typed, and leaves when told to', async () => {
    openPage('/people/7')
    await keep(/^Nome/, 'Ana Souza')

    leave()
    await question()
    await press('Continuar editando')
    expect(location.pathname).toBe('/people/7')
    expect(await value(/^Nome Ana Souza/)).toBeDefined()

    leave()
    await question()
    await press('Descartar e sair')
    await screen.findByRole('heading', { name: 'Outra página' })
  })

  test('the Back button asks too, and goes where it would have gone', async () => {
    openPage('/people/7')
    await keep(/^Nome/, 'Ana Souza')

    history.back()
    await question()
    await waitFor(() => expect(location.pathname).toBe('/people/7'))
    await press('Descartar e sair')

    await screen.findByRole('heading', { name: 'Outra página' })
    expect(location.pathname).toBe('/before')
  })

  test('closing the window asks only while something differs', async () => {
    openPage('/people/7')
    await value(/^Nome/)
    expect(unloadIsStopped()).toBe(false)

    await keep(/^Nome/, 'Ana Souza')
    expect(unloadIsStopped()).toBe(true)

    await keep(/^Nome/, 'Ana Lima')
    expect(unloadIsStopped()).toBe(false)
  })
})

test('another tab of the same page is not leaving', async () => {
  openPage('/people/7')
  await keep(/^Nome/, 'Ana Souza')

  await openTab(/Situação/)

  expect(await value(/^Status/)).toBeDefined()
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('without changes nothing is asked', async () => {
  openPage('/people/7')
  await value(/^Nome/)

  leave()

  await screen.findByRole('heading', { name: 'Outra página' })
})
