import type { ResourceMeta } from '@ficha/api/contract'
import { Link } from 'react-router'
import { useLanguage } from '../../providers/i18n.ts'
import type { Row } from '../page/row.ts'
import { titleOf } from '../page/title.ts'
import styles from './Related.module.css'

interface RowTitleProps {
  resource: ResourceMeta
  row: Row
  /** Rows that are edited in place have no page to open. */
  inline?: boolean
}

/** The name of a related record, which opens it. */
export function RowTitle({ resource, row, inline }: RowTitleProps) {
  const [language] = useLanguage()
  const title = titleOf(resource, row, language)
  if (inline) return <span className={styles.title}>{title}</span>
  return (
    <Link className={styles.title} to={`/${resource.path}/${row.id}`}>
      {title}
    </Link>
  )
}
