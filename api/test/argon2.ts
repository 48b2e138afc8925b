import { vi } from 'vitest'

/** The real work, counted. Before any file: their modules are shared, and one that has been loaded keeps what it was given. */
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn(real.verify) }
})
