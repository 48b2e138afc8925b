import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'

export interface Variant {
  name: string
  /** Asked for in turn. */
  paths: string[]
  /** Of whom asks, where it is not the administrator. */
  cookie?: string
}

interface Rounds {
  server: ChildProcess
  rounds: number
  seconds: number
  cookie: string
}

/** What one round of a variant gave. */
export interface Figure {
  perSecond: number
  /** Processor time of the server, microseconds a request: it says the same on a busy machine. */
  cpu: number
}

/** The figures of each variant, one a round; the variants take turns, so that a slow minute of the machine meets all of them. */
export async function measure(
  origin: string,
  variants: readonly Variant[],
  { server, rounds, seconds, cookie }: Rounds,
): Promise<Map<string, Figure[]>> {
  const figures = new Map<string, Figure[]>(variants.map(({ name }) => [name, []]))
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, paths, cookie: own = cookie } of variants) {
      const before = await cpuOf(server)
      const { requests, non2xx, errors } = await autocannon({
        url: origin,
        connections: 8,
        duration: round < 0 ? 1 : seconds,
        headers: { cookie: own, 'sec-fetch-site': 'same-origin' },
        requests: paths.map((path) => ({ method: 'GET', path })),
      })
      if (non2xx > 0 || errors > 0)
        throw new Error(`${name}: ${non2xx} answers were not 2xx, ${errors} requests failed`)
      const cpu = ((await cpuOf(server)) - before) / requests.total
      if (round >= 0) figures.get(name)?.push({ perSecond: requests.average, cpu })
    }
  }
  return figures
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

async function cpuOf(server: ChildProcess): Promise<number> {
  server.send('cpu')
  const [{ cpu }] = await once(server, 'message')
  return cpu
}
