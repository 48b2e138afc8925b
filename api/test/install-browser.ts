import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from './chromium.ts'

/** The one script that installs something on the machine: Chromium, by apt, when it is missing and we are root. */
const found = findChromium()
if (found) console.log(`Chromium is here: ${found}`)
else if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install()
else advise()

function install(): void {
  console.log(
    'Chromium is missing. Installing it: apt-get update && apt-get install -y --no-install-recommends chromium',
  )
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env })
    if (status !== 0) {
      advise()
      return
    }
  }
}

function advise(): void {
  console.error(
    [
      'Chromium is missing, and this script installs it only as root on Debian or Ubuntu. Do one of these:',
      '  sudo apt-get install chromium            (Debian, Ubuntu)',
      '  brew install --cask chromium             (macOS)',
      '  npx playwright-core install chromium     (any system, into your own folder)',
      '  CHROMIUM_PATH=/path/to/chrome npm test   (one you have)',
    ].join('\n'),
  )
  process.exitCode = 1
}
