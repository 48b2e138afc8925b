import { Choice } from '../../kinds/Choice.tsx'
import { useWords } from '../../providers/i18n.ts'
import type { Related } from '../model/conditionModel.ts'
import { targetOf } from '../model/references.ts'
import { fieldOf, type Speech, subjectOf } from '../model/speech.ts'
import styles from './Condition.module.css'
import { GroupEditor } from './GroupEditor.tsx'

interface RelatedEditorProps {
  related: Related
  subject: string
  speech: Speech
  onChange: (related: Related) => void
}

/** A condition on what the record belongs to, or on what belongs to it. */
export function RelatedEditor({ related, subject, speech, onChange }: RelatedEditorProps) {
  const words = useWords()
  const { through, quantifier, of } = related
  const relation = subjectOf(speech, subject)?.relations.find(({ name }) => name === through)
  const label = relation?.label ?? fieldOf(speech, subject, through)?.label ?? through
  return (
    <>
      <div className={styles.junction}>
        <span className={styles.field}>{label}</span>
        {quantifier === 'one' ? (
          <span>{words('permission.related.one')}</span>
        ) : (
          <Choice
            size="small"
            aria-label={words('permission.condition.saying', { label })}
            style={{ width: 'auto', minWidth: 150 }}
            popupMatchSelectWidth={false}
            options={(['some', 'none'] as const).map((value) => ({
              value,
              label: words(`permission.related.${value}`),
            }))}
            value={quantifier}
            onChange={(chosen) => onChange({ ...related, quantifier: chosen })}
          />
        )}
      </div>
      <GroupEditor
        group={of}
        subject={targetOf(through, subject, speech.vocabulary)}
        speech={speech}
        onChange={(next) => onChange({ ...related, of: next })}
      />
    </>
  )
}
