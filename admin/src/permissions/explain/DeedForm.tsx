import type { ResourceMeta } from '@ficha/api/contract'
import type { PropsWithChildren } from 'react'
import { Choice } from '../../kinds/Choice.tsx'
import { useWords } from '../../providers/i18n.ts'
import type { Asked } from '../../record/extensions.ts'
import { Labelled } from '../Labelled.tsx'
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
  const actions = deedsOf(resource, words)
  const isKnown = actions.some(({ value }) => value === asked.action)
  return (
    <div className={styles.deed}>
      {children}
      <Labelled label={words('permission.test.action')}>
        {({ id }) => (
          <Choice
            id={id}
            options={isKnown ? actions : [...actions, { value: asked.action, label: asked.action }]}
            value={asked.action}
            onChange={(action) =>
              onChange({ ...asked, action, field: reachesFields(action) ? asked.field : undefined })
            }
          />
        )}
      </Labelled>
      {reachesFields(asked.action) && resource && (
        <Labelled label={words('permission.test.fieldLabel')}>
          {({ id }) => (
            <Choice
              id={id}
              showSearch
              placeholder={words('permission.test.anyField')}
              options={resource.fields.map(({ name, label }) => ({ value: name, label }))}
              value={asked.field}
              onChange={(field) => onChange({ ...asked, field: field ?? undefined })}
              clear={() => onChange({ ...asked, field: undefined })}
            />
          )}
        </Labelled>
      )}
    </div>
  )
}
