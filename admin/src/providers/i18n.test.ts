import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { sayNow, useLanguage, useWords } from './i18n.ts'

const screen = () => renderHook(() => ({ language: useLanguage(), say: useWords() })).result

// The choice is the browser's, and outlives a test.
afterEach(() => {
  const { current } = screen()
  act(() => current.language[1]('en'))
})

test('texts take their values between single braces, as they are', () => {
  expect(screen().current.say('shell.unknownFilter', { operator: '<b>&' })).toContain('“<b>&”')
})

test('another language acts at once, inside components and outside, and is kept by this browser', () => {
  const shown = screen()

  act(() => shown.current.language[1]('pt-BR'))

  expect(shown.current.say('shell.signOut')).toBe('Sair')
  expect(sayNow('shell.signOut')).toBe('Sair')
  expect(document.documentElement.lang).toBe('pt-BR')
  expect(localStorage.getItem('ficha.device.language')).toBe('pt-BR')
})
