import { type Browser, chromium } from 'playwright-core'
import { findChromium, howToInstall } from './chromium.ts'

/** No sandbox: as root it cannot start. The rest keeps Chromium from calling home and from filling a small /dev/shm. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/**
 * Starts a real Chromium, without a window.
 * @throws with what to install when this machine has none
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(howToInstall)
  return chromium.launch({ executablePath, args: flags })
}
