import type { ResourceMeta } from '@ficha/api/contract'
import { type PropsWithChildren, useId } from 'react'
import { Choice } from '../../kinds/Choice.tsx'
import { useWords } from '../../providers/i18n.ts'
import type { Asked } from '../../record/extensions.ts'
import { deedsOf, reachesFields } from './deeds.ts'
import styles from './Explain.module.css'

interface DeedFormProps extends PropsWithChildren {
  asked: Asked
  resource: ResourceMeta | undefined
  onChange: (asked: Asked) => void
}

/** What is asked about: an action, and where it reaches fields, one of them. */
export function DeedForm({ asked, resource, onChange, children }: DeedFormProps) {
  const words = useWords()
  const id = useId()
  const actions = deedsOf(resource, words)
  const isKnown = actions.some(({ value }) => value === asked.action)
  return (
    <div className={styles.deed}>
      {children}
      <div className={styles.field}>
        <label htmlFor={`${id}-action`}>{words('permission.test.action')}</label>
        <Choice
          id={`${id}-action`}
          options={isKnown ? actions : [...actions, { value: asked.action, label: asked.action }]}
          value={asked.action}
          onChange={(action) => onChange({ ...asked, action, field: reachesFields(action) ? asked.field : undefined })}
        />
      </div>
      {reachesFields(asked.action) && resource && (
        <div className={styles.field}>
          <label htmlFor={`${id}-field`}>{words('permission.test.fieldLabel')}</label>
          <Choice
            id={`${id}-field`}
            showSearch
            placeholder={words('permission.test.anyField')}
            options={resource.fields.map(({ name, label }) => ({ value: name, label }))}
            value={asked.field}
            onChange={(field) => onChange({ ...asked, field: field ?? undefined })}
            clear={() => onChange({ ...asked, field: undefined })}
          />
        </div>
      )}
    </div>
  )
}
