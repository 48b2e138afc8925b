import autocannon from 'autocannon'

export interface Variant {
  name: string
  /** Asked for in turn. */
  paths: string[]
}

interface Rounds {
  rounds: number
  seconds: number
  cookie: string
}

/** Requests per second of each variant, one figure a round; the variants take turns, so that a slow minute of the machine meets all of them. */
export async function measure(origin: string, variants: readonly Variant[], { rounds, seconds, cookie }: Rounds): Promise<Map<string, number[]>> {
  const rates = new Map<string, number[]>(variants.map(({ name }) => [name, []]))
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, paths } of variants) {
      const { requests, non2xx, errors } = await autocannon({
        url: origin,
        connections: 8,
        duration: round < 0 ? 1 : seconds,
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        requests: paths.map((path) => ({ method: 'GET', path })),
      })
      if (non2xx > 0 || errors > 0) throw new Error(`${name}: ${non2xx} answers were not 2xx, ${errors} requests failed`)
      if (round >= 0) rates.get(name)?.push(requests.average)
    }
  }
  return rates
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
