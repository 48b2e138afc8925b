import { CaretRightOutlined, LoadingOutlined, ReloadOutlined } from '@ant-design/icons'
import type { WordKey } from '@ficha/api/contract'
import { Link } from 'react-router'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { titleOf } from '../page/title.ts'
import type { RowHandlers } from './rowHandlers.ts'
import styles from './TitleLink.module.css'
import type { Branch, RowModel } from './treeRows.ts'

interface TitleLinkProps {
  model: RowModel
  handlers: RowHandlers
}

/** The name of a row, which opens its record; in a tree with the button for what is below it. */
export function TitleLink({ model: { row, path, branch }, handlers: { resource, onOpen, onToggle } }: TitleLinkProps) {
  const words = useWords()
  const [language] = useLanguage()
  const title = titleOf(resource, row, language)
  const indent = branch ? { paddingInlineStart: (branch.level - 1) * 20 } : undefined
  return (
    <span className={styles.title} style={indent}>
      {branch && branch.open === undefined && <span className={styles.leaf} />}
      {branch && branch.open !== undefined && (
        <button
          type="button"
          className={styles.toggle}
          data-open={branch.open || undefined}
          aria-expanded={branch.open}
          aria-label={words(toggleText(branch), { title })}
          onClick={() => onToggle?.(row)}
        >
          <ToggleIcon {...branch} />
        </button>
      )}
      <Link className={styles.link} to={`/${resource.path}/${row.id}`} onClick={() => onOpen(row)} data-record={row.id}>
        {path && <span className={styles.path}>{path}</span>}
        <span className={styles.name}>{title}</span>
      </Link>
    </span>
  )
}

function toggleText({ open, below }: Branch): WordKey {
  if (open && below === 'failed') return 'list.tree.failed'
  return open ? 'list.tree.collapse' : 'list.tree.expand'
}

function ToggleIcon({ open, below }: Branch) {
  if (open && below === 'failed') return <ReloadOutlined aria-hidden />
  return open && below === 'loading' ? <LoadingOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />
}
