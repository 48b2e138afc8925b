import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FileFormat } from '../src/contract/formats/file.ts'

/** What a test uploads. */
export interface SentFile {
  readonly name: string
  readonly content: Uint8Array<ArrayBuffer> | string
}

/** The smallest PNG: one pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Files that are what their names say. */
export const pdf: SentFile = { name: 'contrato.pdf', content: '%PDF-1.7\n%âãÏÓ\num contrato\n%%EOF\n' }
export const png: SentFile = { name: 'logo.png', content: new Uint8Array(Buffer.from(pixel, 'base64')) }

/** A file that a field takes. */
export function fileFor(accept: readonly FileFormat[] = []): SentFile {
  return accept.includes('pdf') ? pdf : png
}

/** A multipart body with the file in the part `file`, as browsers make them. */
export function formOf({ name, content }: SentFile, part = 'file'): FormData {
  const form = new FormData()
  form.append(part, new File([content], name))
  return form
}

/** The files that lie in the data folder of a panel, by their paths below it. */
export function storedIn(folder: string): string[] {
  const root = join(folder, 'files')
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
}
