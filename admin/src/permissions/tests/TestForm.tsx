import type { FieldMeta, GroupTest } from '@ficha/api/contract'
import { type ReactNode, useId } from 'react'
import { Choice } from '../../kinds/Choice.tsx'
import { kinds } from '../../kinds/index.ts'
import { useLookupPath } from '../../kinds/lookup.ts'
import { Radios } from '../../kinds/Radios.tsx'
import { idOf } from '../../kinds/references.ts'
import { useWords } from '../../providers/i18n.ts'
import { ConditionBuilder } from '../condition/ConditionBuilder.tsx'
import { subjectOf } from '../model/speech.ts'
import type { TestRowProps } from './TestRow.tsx'
import styles from './Tests.module.css'

/** Actions that reach fields one by one. */
const withFields = ['read', 'create', 'update']

/** The parts of the sentence, in its order. */
export function TestForm({ test, audience, speech, onChange }: TestRowProps) {
  const words = useWords()
  const { subjects } = speech.vocabulary
  const subject = subjectOf(speech, test.subject)
  const change = (part: Partial<GroupTest>) => onChange({ ...test, ...part })

  function changeSubject(name: string) {
    const next = subjectOf(speech, name)
    const isKnown = next?.actions.some(({ name: action }) => action === test.action)
    // What was said of fields and records was said of another subject.
    onChange({
      can: test.can,
      action: isKnown ? test.action : (next?.actions[0]?.name ?? 'read'),
      subject: name,
      brand: test.brand,
    })
  }

  return (
    <div className={styles.form}>
      {audience === 'staff' && <BrandField brand={test.brand} onChange={(brand) => change({ brand })} />}
      <Radios
        label={words('permission.test.expects')}
        options={[
          { key: 'can', label: words('permission.test.expects.can') },
          { key: 'cannot', label: words('permission.test.expects.cannot') },
        ]}
        value={test.can ? 'can' : 'cannot'}
        onChange={(answer) => change({ can: answer === 'can' })}
      />
      <div className={styles.line}>
        <Labelled label={words('permission.test.action')}>
          {(id) => (
            <Choice
              id={id}
              options={(subject?.actions ?? []).map(({ name, label }) => ({ value: name, label }))}
              value={test.action}
              onChange={(action) => change({ action, field: withFields.includes(action) ? test.field : null })}
            />
          )}
        </Labelled>
        <Labelled label={words('permission.matrix.subject')}>
          {(id) => (
            <Choice
              id={id}
              showSearch
              options={subjects.map(({ name, label: [, plural] }) => ({ value: name, label: plural }))}
              value={test.subject}
              onChange={changeSubject}
            />
          )}
        </Labelled>
        {withFields.includes(test.action) && (
          <Labelled label={words('permission.test.fieldLabel')}>
            {(id) => (
              <Choice
                id={id}
                showSearch
                placeholder={words('permission.test.anyField')}
                options={(subject?.fields ?? []).map(({ name, label }) => ({ value: name, label }))}
                value={test.field ?? undefined}
                onChange={(field) => change({ field: field ?? null })}
                clear={() => change({ field: null })}
              />
            )}
          </Labelled>
        )}
      </div>
      <div className={styles.field}>
        <span aria-hidden>{words('permission.test.when')}</span>
        <ConditionBuilder
          label={words('permission.test.when')}
          subject={test.subject}
          value={test.when ?? {}}
          speech={speech}
          onChange={(when) => change({ when: Object.keys(when).length > 0 ? when : null })}
        />
      </div>
    </div>
  )
}

function BrandField({ brand, onChange }: { brand: GroupTest['brand']; onChange: (brand: number | null) => void }) {
  const words = useWords()
  const path = useLookupPath('brand')
  const { Input } = kinds.belongsTo
  if (!path || !Input) return null
  const field: FieldMeta = {
    name: 'brand',
    kind: 'belongsTo',
    label: words('permission.test.brand'),
    operators: [],
    format: { resource: 'brand', tree: true },
  }
  return (
    <Labelled label={field.label}>
      {(id) => <Input id={id} field={field} value={brand ?? null} onChange={(next) => onChange(idOf(next))} />}
    </Labelled>
  )
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
