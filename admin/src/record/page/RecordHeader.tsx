import type { ActionMeta, FieldMeta, ResourceMeta } from '@ficha/api/contract'
import { Link } from 'react-router'
import { unseen } from '../../kinds/Blank.tsx'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { listAddress } from '../list/listAddress.ts'
import { fieldsOf } from './fields.ts'
import styles from './Page.module.css'
import { RecordActions } from './RecordActions.tsx'
import type { Row } from './row.ts'
import { titleOf } from './title.ts'
import { isBlank, viewOf } from './values.ts'

interface RecordHeaderProps {
  resource: ResourceMeta
  record: Row
  onAct: (action: ActionMeta) => void
  onDelete: () => void
}

/** The head of a record page: whose record it is, where it stands, and what may be done to it. */
export function RecordHeader({ resource, record, onAct, onDelete }: RecordHeaderProps) {
  const [language] = useLanguage()
  const title = titleOf(resource, record, language)
  return (
    <header>
      <Crumbs resource={resource} />
      <div className={styles.head}>
        <h1 className={styles.name}>{title}</h1>
        <Facts resource={resource} record={record} />
        <RecordActions resource={resource} record={record} onAct={onAct} onDelete={onDelete} />
      </div>
    </header>
  )
}

/** The way back to the list, as it was left. */
export function Crumbs({ resource }: { resource: ResourceMeta }) {
  const words = useWords()
  return (
    <nav aria-label={words('record.crumbs')} className={styles.crumbs}>
      <Link {...listAddress(resource)}>{resource.label[1]}</Link>
    </nav>
  )
}

/** States as tags, then the facts that have a value. */
function Facts({ resource: { fields, facts }, record }: { resource: ResourceMeta; record: Row }) {
  const states = fields.filter(({ kind }) => kind === 'status').map(({ name }) => name)
  const isShown = ({ name }: FieldMeta) => !isBlank(record[name]) && !record._access.fields.hidden.includes(name)
  const shown = fieldsOf([...new Set([...states, ...facts])], fields).filter(isShown)
  if (shown.length === 0) return null
  return (
    <dl className={styles.facts}>
      {shown.map((field) => {
        const { Cell } = viewOf(field)
        return (
          <div key={field.name}>
            <dt style={field.kind === 'status' ? unseen : undefined}>{field.label}</dt>
            <dd>
              <Cell field={field} value={record[field.name]} record={record} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
