/** A browser and its system, in the names people know them by. */
export interface Device {
  browser: string
  system: string
  isMobile: boolean
}

/** Order matters: most browsers also name the ones they descend from. */
const browsers = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
] as const

const systems = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(iPhone|iPad|iPod)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\b(Linux|CrOS)\b/],
] as const

/** What a `User-Agent` tells, undefined when it is of no browser we know. */
export function deviceOf(agent: string | null): Device | undefined {
  const browser = nameIn(browsers, agent)
  const system = nameIn(systems, agent)
  return browser && system ? { browser, system, isMobile: system === 'Android' || system === 'iOS' } : undefined
}

function nameIn(known: readonly (readonly [string, RegExp])[], agent: string | null): string | undefined {
  return known.find(([, pattern]) => pattern.test(agent ?? ''))?.[0]
}
