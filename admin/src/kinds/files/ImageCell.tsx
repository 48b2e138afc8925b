import { writeSize } from '@ficha/api/contract'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import type { CellProps } from '../view.ts'
import { addressOfFile } from './address.ts'
import styles from './File.module.css'
import { FileCell } from './FileCell.tsx'
import { Thumbnail } from './Thumbnail.tsx'
import { isStored, isUploaded } from './values.ts'

/** An image, which brings itself in full size; as a file while it is on its way. */
export function ImageCell(props: CellProps) {
  const { field, value } = props
  const words = useWords()
  const [language] = useLanguage()
  if (!isStored(value) || isUploaded(value)) return <FileCell {...props} />
  const { name } = value
  const address = addressOfFile(props, value)
  if (!address) return <FileCell {...props} />
  const size = writeSize(value.size, language)
  return (
    <a className={styles.image} href={address} download={name} title={words('kind.file.download', { name, size })}>
      <Thumbnail cell={props} file={value} alt={`${field.label}: ${name}`} />
    </a>
  )
}
