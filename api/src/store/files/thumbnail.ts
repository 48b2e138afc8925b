import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Sharp } from 'sharp'
import { oneAtATime } from '../queue.ts'

/** An image that cannot be shown: what its bytes hold is none, or it would be too large in memory. */
export class BadImage extends Error {
  readonly reason: 'broken' | 'too-large'
  constructor(reason: BadImage['reason'], cause?: unknown) {
    super(`The image is ${reason}.`, { cause })
    this.reason = reason
  }
}

/** What thumbnails are. */
export const thumbnailType = 'image/webp'

/** More than what telephones take (48 megapixels), and far less than a small file can be made to unfold to. */
export const maxMegapixels = 50

const sidePixels = 256
const patienceSeconds = 20

/** An image unfolded in memory may take hundreds of megabytes: never two of them. */
const inTurn = oneAtATime()

/**
 * The small picture of a JPEG or PNG, upright, without what the file tells of the camera and the place. The whole image is
 * decoded for it, so that one that makes a thumbnail is one.
 * @throws BadImage
 */
export function makeThumbnail(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return inTurn(async () => {
    const image = await decoder()
    try {
      await pipeline(Readable.from(content), image)
      return await small(image)
    } catch (error) {
      throw error instanceof BadImage ? error : new BadImage('broken', error)
    }
  })
}

async function small(image: Sharp): Promise<Buffer> {
  const { width, height } = await image.metadata()
  if (width * height > maxMegapixels * 1_000_000) throw new BadImage('too-large')
  return image
    .autoOrient()
    .resize(sidePixels, sidePixels, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .timeout({ seconds: patienceSeconds })
    .toBuffer()
}

/** Loaded with the first image, and then able to read nothing but JPEG and PNG, whatever the bytes claim to be. */
async function decoder(): Promise<Sharp> {
  const { default: sharp } = await import('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] })
  sharp.cache(false)
  return sharp({ limitInputPixels: false, failOn: 'error', sequentialRead: true })
}
