import type { StoredFile } from '@ficha/api/contract'

/** What the input of a file holds after an upload: a file that no record has yet. */
export interface Uploaded extends StoredFile {
  /** As it was chosen, so that an image can be shown before it is saved. */
  source: File
}

/** What it holds while an upload runs: nothing that could be saved. */
export interface Uploading {
  /** The name of the file. */
  uploading: string
}

export function isStored(value: unknown): value is StoredFile | Uploaded {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'size' in value
}

export function isUploaded(value: unknown): value is Uploaded {
  return isStored(value) && 'source' in value
}

export function isUploading(value: unknown): value is Uploading {
  return typeof value === 'object' && value !== null && 'uploading' in value
}
