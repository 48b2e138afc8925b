import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']

/** What to do on a machine without Chromium. */
export const howToInstall =
  'The browser tests need Chromium. Run "npm run install:browser", or install Chromium or Chrome yourself, or name one in CHROMIUM_PATH.'

/** The path of a Chromium: CHROMIUM_PATH, else one on the PATH, else Chrome where macOS keeps it, else Playwright's own. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  if (given) return existsSync(given) ? given : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  const installed = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  const macOs = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  return [...installed, ...macOs, chromium.executablePath()].find((path) => existsSync(path))
}
