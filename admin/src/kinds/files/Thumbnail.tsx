import { FilePdfOutlined } from '@ant-design/icons'
import type { StoredFile } from '@ficha/api/contract'
import { useState } from 'react'
import type { CellProps } from '../view.ts'
import { addressOfThumbnail } from './address.ts'
import styles from './File.module.css'
import { Preview } from './Preview.tsx'
import { isUploaded } from './values.ts'

interface ThumbnailProps {
  /** The cell that it stands in. */
  cell: CellProps
  file: StoredFile
  /** What it shows, where no text beside it says so. */
  alt?: string
}

/** The small picture of an image, of one that is not saved yet too; a sign for any other file. */
export function Thumbnail({ cell, file, alt = '' }: ThumbnailProps) {
  const [isLost, setLost] = useState<string>()
  const address = addressOfThumbnail(cell, file)
  const className = cell.whole ? `${styles.thumbnail} ${styles.whole}` : styles.thumbnail
  if (isUploaded(file) && file.type.startsWith('image/')) {
    return <Preview source={file.source} className={className} alt={alt} />
  }
  if (!address || isLost === address)
    return alt ? <span>{alt}</span> : <FilePdfOutlined aria-hidden className={styles.sign} />
  return (
    <img key={file.id} className={className} src={address} alt={alt} loading="lazy" onError={() => setLost(address)} />
  )
}
