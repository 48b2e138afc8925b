import type { Readable } from 'node:stream'

/**
 * Where the contents of files lie. Names are made by the server: 32 hexadecimal digits, with `.thumbnail` behind them for the
 * small picture of an image.
 */
export interface FileStore {
  /** Keeps a content under a new name, all of it or nothing: when the content fails half-way, so does this, with the same error. */
  put(name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>
  /** @throws when there is none */
  open(name: string): Promise<Readable>
  /** Takes it away, or what is there of it. What is not there is gone already. */
  remove(name: string): Promise<void>
}

/** The name of the small picture of an image. */
export function thumbnailOf(name: string): string {
  return `${name}.thumbnail`
}
