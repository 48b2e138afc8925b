import type { GroupTest } from '@ficha/api/contract'
import { Choice } from '../../kinds/Choice.tsx'
import { Radios } from '../../kinds/Radios.tsx'
import { useWords } from '../../providers/i18n.ts'
import { ConditionBuilder } from '../condition/ConditionBuilder.tsx'
import { reachesFields } from '../explain/deeds.ts'
import { Labelled } from '../Labelled.tsx'
import { subjectOf } from '../model/speech.ts'
import { RecordChoice } from '../RecordChoice.tsx'
import type { TestRowProps } from './TestRow.tsx'
import styles from './Tests.module.css'

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
      {audience === 'staff' && (
        <div className={styles.line}>
          <RecordChoice
            label={words('permission.test.brand')}
            resource="brand"
            tree
            value={test.brand ?? null}
            onChange={(brand) => change({ brand })}
          />
        </div>
      )}
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
          {({ id }) => (
            <Choice
              id={id}
              options={(subject?.actions ?? []).map(({ name, label }) => ({ value: name, label }))}
              value={test.action}
              onChange={(action) => change({ action, field: reachesFields(action) ? test.field : null })}
            />
          )}
        </Labelled>
        <Labelled label={words('permission.matrix.subject')}>
          {({ id }) => (
            <Choice
              id={id}
              showSearch
              options={subjects.map(({ name, label: [, plural] }) => ({ value: name, label: plural }))}
              value={test.subject}
              onChange={changeSubject}
            />
          )}
        </Labelled>
        {reachesFields(test.action) && (
          <Labelled label={words('permission.test.fieldLabel')}>
            {({ id }) => (
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
