import { z } from 'zod'
import { type FileFormat, fileFormats, type StoredFile } from '../contract/formats/file.ts'
import type { Field, FieldOptions } from './field.ts'

/** The options of a field that holds a file of one of the formats `F`. */
export interface FileOptionsFor<F extends FileFormat> extends Omit<FieldOptions, 'default' | 'unique' | 'index'> {
  /** What it may be; left out: any of them. */
  readonly accept?: readonly F[]
  /** Its greatest size. Left out: 10 MiB. */
  readonly maxBytes?: number
}

/** The key of an upload, or of the file of a record. */
export const fileKey = z.string().regex(/^f_[\w-]{22}$/, { error: 'invalid.upload' })

const defaultMaxBytes = 10 * 1024 * 1024

interface Parts<K, F extends FileFormat, O> {
  kind: K
  label: string
  options: O
  formats: readonly F[]
}

/** A field whose column holds the key of a file: the file lies in the file store, what is known of it in a table of the system. */
export function fileField<K extends 'file' | 'image', F extends FileFormat, O extends FileOptionsFor<F>>({
  kind,
  label,
  options,
  formats,
}: Parts<K, F, O>): Field<K, StoredFile, string, O> {
  const { accept = formats, maxBytes = defaultMaxBytes }: FileOptionsFor<F> = options
  return {
    kind,
    label,
    options,
    column: { type: 'string', length: 24 },
    input: fileKey,
    output: z.strictObject({
      id: fileKey,
      name: z.string(),
      size: z.int(),
      type: z.enum(accept.map((format) => fileFormats[format].type)),
    }),
    operators: ['null'],
    format: { accept: [...accept], maxBytes },
    sortable: false,
  }
}
