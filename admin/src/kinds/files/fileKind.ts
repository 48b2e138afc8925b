import { say } from '@ficha/api/contract'
import { EmptyFilter } from '../filters/EmptyFilter.tsx'
import type { KindView } from '../view.ts'
import { FileInput } from './FileInput.tsx'
import { isStored, isUploading } from './values.ts'

/** A file as forms and filters know it, of whatever sort: the input holds what is known of it, a save sends its id. */
export const fileKind = {
  Input: FileInput,
  Filter: EmptyFilter,
  text: (value) => (isStored(value) ? value.name : ''),
  toBody: (name, value) => ({ [name]: isStored(value) ? value.id : null }),
  problem: (value, { language }) => (isUploading(value) ? say(language, 'kind.file.busy') : undefined),
} satisfies Omit<KindView, 'Cell'>
