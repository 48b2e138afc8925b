import { PlusOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import type { ActionMeta, ResourceMeta } from '@ficha/api/contract'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { narrow, useMedia } from '../../providers/useMedia.ts'
import { ListMenu } from './ListMenu.tsx'
import styles from './ListPage.module.css'
import { newLabel } from './newLabel.ts'
import type { Total } from './pages.ts'
import { totalText } from './totalText.ts'

interface ListHeaderProps {
  resource: ResourceMeta
  /** Absent while it is not known. */
  total?: Total
  canCreate: boolean
  /** Those on the resource itself, not on its records. */
  actions: readonly ActionMeta[]
  onAct: (action: ActionMeta) => void
  onHelp: () => void
  /** The search box. */
  children?: ReactNode
}

/** The head of a list: what it lists and how many, the search, and the one thing most people come for. */
export function ListHeader({ resource, total, canCreate, actions, onAct, onHelp, children }: ListHeaderProps) {
  const words = useWords()
  const [language] = useLanguage()
  const isNarrow = useMedia(narrow)
  const { key, params } = newLabel(resource.label[0])
  const shown = actions.slice(0, isNarrow ? 0 : 1)
  return (
    <header className={styles.head}>
      <h1 className={styles.title} data-title={resource.label[1]}>
        {resource.label[1]}
        {total && <span className={styles.total}> · {totalText(total, words, language)}</span>}
      </h1>
      <div className={styles.search}>{children}</div>
      <Button
        type="text"
        className={styles.help}
        icon={<QuestionCircleOutlined aria-hidden />}
        aria-label={words('list.keys')}
        title={words('list.keys')}
        onClick={onHelp}
      />
      {shown.map((action) => (
        <Button key={action.name} danger={action.danger} onClick={() => onAct(action)}>
          {action.label}
        </Button>
      ))}
      <ListMenu resource={resource} actions={actions.slice(shown.length)} onAct={onAct} />
      {canCreate && (
        <Link to={`/${resource.path}/new`} className={styles.new}>
          <PlusOutlined aria-hidden /> {words(key, params)}
        </Link>
      )}
    </header>
  )
}
