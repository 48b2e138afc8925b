import type { ResourceMeta } from '@ficha/api/contract'
import { useWords } from '../../providers/i18n.ts'
import { useExtensions } from '../extensions.ts'
import { WhyLink } from '../Why.tsx'
import { fieldsOf, fieldsOnPage } from './fields.ts'
import styles from './Page.module.css'
import type { Row } from './row.ts'

/** Fields that this record hides from this person although they see them of others: that they are hidden is told, and why. */
export function HiddenFields({ resource, record }: { resource: ResourceMeta; record: Row }) {
  const words = useWords()
  const { Why } = useExtensions()
  const hidden = fieldsOf(record._access.fields.hidden, fieldsOnPage(resource))
  const [first] = hidden
  if (!first || !Why) return null
  return (
    <p className={styles.hidden}>
      {words('record.hidden', { fields: hidden.map(({ label }) => label).join(', ') })}{' '}
      <WhyLink asked={{ action: 'read', subject: resource.name, id: record.id, field: first.name }} />
    </p>
  )
}
