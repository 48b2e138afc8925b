import { vi } from 'vitest'

/** Before any file: files share their modules, and one that has been loaded keeps what it was given. */
vi.mock('@node-rs/argon2', async (original) => ({
  ...(await original<typeof import('@node-rs/argon2')>()),
  verify: (await import('./verify.ts')).verify,
}))
