import { isPicture, type StoredFile } from '@ficha/api/contract'
import type { CellProps } from '../view.ts'
import { isUploaded } from './values.ts'

/** Where a file of a saved record is; undefined for one that no record has yet. */
export function addressOfFile({ field, record }: CellProps, file: StoredFile): string | undefined {
  if (isUploaded(file) || typeof record?.id !== 'number' || field.format.path === undefined) return undefined
  return `/api/${field.format.path}/${record.id}/files/${field.name}`
}

/** Where its small picture is; the id behind it makes another address of another file in the same place. */
export function addressOfThumbnail(props: CellProps, file: StoredFile): string | undefined {
  const address = isPicture(file.type) ? addressOfFile(props, file) : undefined
  return address && `${address}?size=thumbnail#${file.id}`
}
