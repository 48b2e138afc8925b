import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { PropsWithChildren } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { allOf, type ConditionNode, writeConditions } from '../model/conditionModel.ts'
import { targetOf } from '../model/references.ts'
import { fieldOf, type Speech, subjectOf } from '../model/speech.ts'
import { ComparisonEditor } from './ComparisonEditor.tsx'
import styles from './Condition.module.css'
import { GroupEditor } from './GroupEditor.tsx'
import { RelatedEditor } from './RelatedEditor.tsx'

interface NodeEditorProps {
  node: ConditionNode
  subject: string
  speech: Speech
  onChange: (node: ConditionNode) => void
  onRemove: () => void
}

/** One part of a condition, and the button that takes it away. */
export function NodeEditor({ node, subject, speech, onChange, onRemove }: NodeEditorProps) {
  const name = nameOf(node, subject, speech)
  switch (node.kind) {
    case 'group':
      return (
        <Nested name={name} onRemove={onRemove}>
          {/* An empty group would say yes or no to everything. */}
          <GroupEditor
            group={node}
            subject={subject}
            speech={speech}
            onChange={(next) => (next.parts.length > 0 ? onChange(next) : onRemove())}
          />
        </Nested>
      )
    case 'related':
      if (!subjectOf(speech, targetOf(node.through, subject, speech.vocabulary)))
        return (
          <div className={styles.row}>
            <Code node={node} />
            <Remove name={name} onClick={onRemove} />
          </div>
        )
      return (
        <Nested name={name} onRemove={onRemove}>
          <RelatedEditor related={node} subject={subject} speech={speech} onChange={onChange} />
        </Nested>
      )
    case 'comparison': {
      const field = fieldOf(speech, subject, node.field)
      return (
        <div className={styles.row}>
          {field ? (
            <ComparisonEditor comparison={node} field={field} speech={speech} onChange={onChange} />
          ) : (
            <Code node={node} isGone />
          )}
          <Remove name={name} onClick={onRemove} />
        </div>
      )
    }
    case 'opaque':
      return (
        <div className={styles.row}>
          <Code node={node} />
          <Remove name={name} onClick={onRemove} />
        </div>
      )
  }
}

function nameOf(node: ConditionNode, subject: string, speech: Speech): string {
  if (node.kind === 'comparison') return fieldOf(speech, subject, node.field)?.label ?? node.field
  if (node.kind === 'opaque') return node.key
  if (node.kind === 'group') return ''
  return subjectOf(speech, subject)?.relations.find(({ name }) => name === node.through)?.label ?? node.through
}

function Nested({ name, onRemove, children }: PropsWithChildren<{ name: string; onRemove: () => void }>) {
  return (
    <div className={styles.nested}>
      <div className={styles.inside}>{children}</div>
      <Remove name={name} onClick={onRemove} />
    </div>
  )
}

function Remove({ name, onClick }: { name: string; onClick: () => void }) {
  const words = useWords()
  const label = name ? words('permission.condition.remove', { label: name }) : words('permission.condition.removeGroup')
  return (
    <Button
      type="text"
      size="small"
      className={styles.remove}
      icon={<DeleteOutlined aria-hidden />}
      aria-label={label}
      title={label}
      onClick={onClick}
    />
  )
}

/** What the builder cannot show: as it is written, changed in the JSON. */
function Code({ node, isGone }: { node: ConditionNode; isGone?: boolean }) {
  const words = useWords()
  return (
    <div className={styles.code}>
      <code>{JSON.stringify(writeConditions(allOf([node])))}</code>
      <span>{words(isGone ? 'permission.condition.goneField' : 'permission.condition.onlyJson')}</span>
    </div>
  )
}
