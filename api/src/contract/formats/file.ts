import type { Language } from '../words/index.ts'

/** A file as a record reads it. It is written as its `id`: of an upload, or of the file that is there already. */
export interface StoredFile {
  /** `f_` and 22 characters of base64url. */
  id: string
  /** As it was called where it came from. */
  name: string
  /** Bytes. */
  size: number
  /** The media type: `application/pdf`. */
  type: string
}

interface Format {
  readonly label: string
  readonly type: string
  /** In small letters; the first is the usual one. */
  readonly extensions: readonly string[]
  /** What every such file begins with. */
  readonly begins: readonly number[]
}

/** What files may be. SVG is none of them: it is a program. */
export const fileFormats = {
  pdf: { label: 'PDF', type: 'application/pdf', extensions: ['pdf'], begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  jpeg: {
    label: 'JPEG',
    type: 'image/jpeg',
    extensions: ['jpg', 'jpeg', 'jfif'],
    begins: [0xff, 0xd8, 0xff],
  },
  png: {
    label: 'PNG',
    type: 'image/png',
    extensions: ['png'],
    begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
} as const satisfies Record<string, Format>

export type FileFormat = keyof typeof fileFormats

/** How many bytes `formatOfBytes` looks at. */
export const telltaleBytes = 8

const formats = Object.keys(fileFormats) as FileFormat[] // the keys of `fileFormats` are the formats

/** The format that the extension of a name stands for; undefined for any other name. */
export function formatOfName(name: string): FileFormat | undefined {
  const extension = /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase()
  return formats.find((format) => fileFormats[format].extensions.some((known) => known === extension))
}

/** The format that the first bytes of a file show; undefined for any other content. */
export function formatOfBytes(bytes: Uint8Array): FileFormat | undefined {
  return formats.find((format) => fileFormats[format].begins.every((byte, at) => bytes[at] === byte))
}

/** Whether a file of this media type is a picture, of which there is a thumbnail. */
export function isPicture(type: string): boolean {
  return type.startsWith('image/')
}

/** `PDF, JPEG ou PNG` */
export function writeFormats(accepted: readonly FileFormat[], language: Language = 'pt-BR'): string {
  const labels = accepted.map((format) => fileFormats[format].label)
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(labels)
}

/** A size as people read it: 1536 -> `1,5 KB`, counted by 1024 as file managers do. */
export function writeSize(bytes: number, language: Language = 'pt-BR'): string {
  const units = ['B', 'KB', 'MB', 'GB']
  const power = bytes > 0 ? Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1) : 0
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1024 ** power)
  return `${number}\u00a0${units[power]}`
}
