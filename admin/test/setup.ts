import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { jsonChoice } from '../src/permissions/rule/jsonChoice.ts'
import { forgetEverything } from '../src/providers/auth.ts'
import { languageChoice } from '../src/providers/i18n.ts'
import { densityChoice, themeChoice } from '../src/providers/theme.ts'
import { shortcutChoice } from '../src/record/list/useShortcuts.ts'
import './browser.ts'
import { FakeEventSource } from './eventSource.ts'

// Pages load lazily, and the machine may be busy. What a file sets for itself ends with it.
configure({ asyncUtilTimeout: 10_000, defaultHidden: false })

// Files share their modules, which are half of what a run takes: whatever a test leaves in them goes with it.
const takeBack = [kept(languageChoice), kept(themeChoice), kept(densityChoice), kept(jsonChoice), kept(shortcutChoice)]

function kept<T>(choice: { get: () => T; set: (value: T) => void }): () => void {
  const first = choice.get()
  return () => choice.set(first)
}

afterEach(() => {
  cleanup()
  document.head.replaceChildren()
  forgetEverything()
  for (const back of takeBack) back()
  localStorage.clear()
  history.replaceState(null, '', '/')
  FakeEventSource.opened = []
})
