import { writeSize } from '@ficha/api/contract'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { Blank } from '../Blank.tsx'
import type { CellProps } from '../view.ts'
import { addressOfFile } from './address.ts'
import styles from './File.module.css'
import { Thumbnail } from './Thumbnail.tsx'
import { isStored, isUploaded, isUploading } from './values.ts'

/** The name of a file, which brings it, its size, and what it looks like. */
export function FileCell(props: CellProps) {
  const { value } = props
  const words = useWords()
  const [language] = useLanguage()
  if (isUploading(value)) return words('kind.file.uploading', { name: value.uploading })
  if (!isStored(value)) return <Blank />
  const { name } = value
  const size = writeSize(value.size, language)
  const address = addressOfFile(props, value)
  return (
    <span className={styles.file}>
      <Thumbnail cell={props} file={value} />
      {address ? (
        <a
          className={styles.name}
          href={address}
          download={name}
          title={name}
          aria-label={words('kind.file.download', { name, size })}
        >
          {name}
        </a>
      ) : (
        <span className={styles.name} title={name}>
          {name}
        </span>
      )}
      <span className={styles.size}>{isUploaded(value) ? `${size}, ${words('kind.file.unsaved')}` : size}</span>
    </span>
  )
}
