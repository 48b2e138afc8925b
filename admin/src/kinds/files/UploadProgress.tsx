import { useLanguage, useWords } from '../../providers/i18n.ts'
import styles from './File.module.css'

/** How much of a file has gone out, from 0 to 1. */
export function UploadProgress({ name, part }: { name: string; part: number }) {
  const words = useWords()
  const [language] = useLanguage()
  const text = words('kind.file.uploading', { name })
  return (
    <div className={styles.progress}>
      <div className={styles.part}>
        <span className={styles.name}>{text}</span>
        <span className={styles.size}>
          {new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(part)}
        </span>
      </div>
      <progress max={1} value={part} aria-label={text} />
    </div>
  )
}
