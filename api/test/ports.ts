import { once } from 'node:events'
import { createServer } from 'node:net'

/** A TCP port of the loopback address that nobody listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (!address || typeof address === 'string') throw new Error('The system gave no TCP port.')
  return address.port
}
