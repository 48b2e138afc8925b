import type { StoredFile } from '../../contract/formats/file.ts'
import type { Field, Only } from '../field.ts'
import { type FileOptionsFor, fileField } from '../file-field.ts'
import type { Samples } from '../samples.ts'

export type ImageOptions = FileOptionsFor<'jpeg' | 'png'>

/** A JPEG or PNG, shown as what it is: uploaded first, then written as the id of the upload. */
export function image<const O extends ImageOptions = Record<never, never>>(
  label: string,
  options?: Only<O, ImageOptions>,
): Field<'image', StoredFile, string, O> {
  return fileField({
    kind: 'image',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    formats: ['jpeg', 'png'],
  })
}

const logo = { id: 'f_AAAAAAAAAAAAAAAAAAAAAA', name: 'logo.png', size: 20_480, type: 'image/png' }

export const imageSamples: Samples = {
  field: image('Logotipo', { accept: ['png'] }),
  good: [[logo.id, logo]],
  bad: [logo, 'logo.png', 'f_', 'https://exemplo.com.br/logo.png', 'data:image/png;base64,iVBORw0KGgo=', 0, {}],
  filters: [
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'null', value: 'false', finds: [logo] },
  ],
  note: 'The keys stand for uploads; a suite with a database makes its own.',
}
