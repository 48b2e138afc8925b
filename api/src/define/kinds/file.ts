import type { FileFormat, StoredFile } from '../../contract/formats/file.ts'
import type { Field, Only } from '../field.ts'
import { type FileOptionsFor, fileField } from '../file-field.ts'
import type { Samples } from '../samples.ts'

export type FileOptions = FileOptionsFor<FileFormat>

/** A PDF, JPEG or PNG: uploaded first, then written as the id of the upload. */
export function file<const O extends FileOptions = Record<never, never>>(
  label: string,
  options?: Only<O, FileOptions>,
): Field<'file', StoredFile, string, O> {
  return fileField({
    kind: 'file',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    formats: ['pdf', 'jpeg', 'png'],
  })
}

const contract = { id: 'f_AAAAAAAAAAAAAAAAAAAAAA', name: 'contrato.pdf', size: 1536, type: 'application/pdf' }
const photo = { id: 'f_3hq-_J2mPq0wXz91kAbTUg', name: 'RG frente.jpg', size: 10_485_760, type: 'image/jpeg' }

export const fileSamples: Samples = {
  field: file('Arquivo'),
  good: [
    [contract.id, contract],
    [photo.id, photo],
  ],
  bad: [
    contract,
    'contrato.pdf',
    'f_',
    'f_AAAAAAAAAAAAAAAAAAAAA',
    'f_AAAAAAAAAAAAAAAAAAAAAAA',
    'f_../../../../etc/passwd',
    'F_AAAAAAAAAAAAAAAAAAAAAA',
    1,
    true,
    [contract.id],
  ],
  filters: [
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'null', value: 'false', finds: [contract, photo] },
  ],
  note: 'The keys stand for uploads; a suite with a database makes its own.',
}
