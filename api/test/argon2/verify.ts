import { vi } from 'vitest'

const real = await vi.importActual<typeof import('@node-rs/argon2')>('@node-rs/argon2')

/** The real work of checking a password, counted. */
export const verify = vi.fn(real.verify)
