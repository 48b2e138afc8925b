import { createHash } from 'node:crypto'
import { Invalid, TooLarge } from '../../contract/errors.ts'
import {
  type FileFormat,
  formatOfBytes,
  formatOfName,
  telltaleBytes,
  writeFormats,
  writeSize,
} from '../../contract/formats/file.ts'
import type { Language } from '../../contract/words/index.ts'
import { type BadImage, maxMegapixels } from '../../store/files/thumbnail.ts'
import type { Accepted } from './destination.ts'

interface Expected extends Accepted {
  /** Under which what is wrong is told. */
  readonly field: string
  readonly name: string
  readonly language: Language
}

type Wrong = 'fileType' | 'fileContent' | 'fileEmpty' | 'imageBroken' | 'imageTooLarge'

/** The content of a file on its way: measured, and held against what its field takes. */
export class Content {
  /** What its name says it is. */
  readonly format: FileFormat
  readonly #expected: Expected
  readonly #hash = createHash('sha256')
  #size = 0

  /** @throws Invalid when the name is none of a format that the field takes */
  constructor(expected: Expected) {
    this.#expected = expected
    const format = formatOfName(expected.name)
    if (!format || !expected.accept.includes(format)) throw this.#wrong('fileType')
    this.format = format
  }

  /**
   * Lets the bytes through as long as they are what the name says, and not too many.
   * @throws Invalid, TooLarge
   */
  async *check(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const { maxBytes, language } = this.#expected
    let head = Buffer.alloc(0)
    let isJudged = false
    for await (const bytes of content) {
      this.#size += bytes.length
      if (this.#size > maxBytes) throw new TooLarge(writeSize(maxBytes, language))
      this.#hash.update(bytes)
      if (!isJudged) {
        head = Buffer.concat([head, bytes.subarray(0, telltaleBytes)])
        isJudged = head.length >= telltaleBytes
        if (isJudged) this.#judge(head)
      }
      yield bytes
    }
    if (this.#size === 0) throw this.#wrong('fileEmpty')
    if (!isJudged) this.#judge(head)
  }

  /** Of what has passed; once only. */
  measured(): { size: number; sha256: string } {
    return { size: this.#size, sha256: this.#hash.digest('hex') }
  }

  /** What is said of an image that makes no thumbnail. */
  badImage({ reason }: BadImage): Invalid {
    return this.#wrong(reason === 'broken' ? 'imageBroken' : 'imageTooLarge')
  }

  #judge(head: Uint8Array): void {
    if (formatOfBytes(head) !== this.format) throw this.#wrong('fileContent')
  }

  #wrong(what: Wrong): Invalid {
    const { field, accept, language } = this.#expected
    const params = { accepted: writeFormats(accept, language), maximum: maxMegapixels }
    return new Invalid({ [field]: [{ key: `invalid.${what}`, params }] })
  }
}
