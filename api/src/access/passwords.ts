import { hash, verify } from '@node-rs/argon2'

/** OWASP's parameters for argon2id, which is this library's default algorithm. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash with the same parameters that no password opens: checking against it costs what a real check costs. */
const decoy = '$argon2id$v=19$m=19456,t=2,p=1$RJh06qTICTOyS5X+gaR8uA$GzRFpKfKMKLpHmCJ6CJSKrGhPPgwPkWTG2xiLNDdJ3o'

/** The threads of the pool are shared with the database: a crowd that signs in waits its turn. */
const turns = { free: 2, waiting: [] as (() => void)[] }

/** How many passwords are worked on at the same time in this process; 2 until said. */
export function limitHashing(atOnce: number): void {
  turns.free = atOnce
}

/** The form in which a password is stored. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, options))
}

/** Whether the password opens the hash. Without a hash the answer is no, and takes as long. */
export async function isPassword(password: string, hashed: string | null | undefined): Promise<boolean> {
  const opens = await inTurn(() => verify(hashed ?? decoy, password))
  return opens && hashed != null
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (turns.free > 0) turns.free--
  else await new Promise<void>((go) => turns.waiting.push(go))
  try {
    return await work()
  } finally {
    const next = turns.waiting.shift()
    if (next) next()
    else turns.free++
  }
}
