import { vi } from 'vitest'

type Argon2 = typeof import('@node-rs/argon2')

/** The real work, counted. Files share their modules, so that all of them must be given one and the same. */
vi.mock('@node-rs/argon2', async (original) => {
  const shared: { counted?: Argon2 } = globalThis as object
  if (!shared.counted) {
    const real = await original<Argon2>()
    shared.counted = { ...real, verify: vi.fn(real.verify) }
  }
  return shared.counted
})
