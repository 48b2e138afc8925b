import { useEffect, useId, useRef } from 'react'
import { Choice } from '../../kinds/Choice.tsx'
import { useWords } from '../../providers/i18n.ts'
import type { ConditionNode, Group } from '../model/conditionModel.ts'
import type { Speech } from '../model/speech.ts'
import { AddCondition } from './AddCondition.tsx'
import styles from './Condition.module.css'
import { NodeEditor } from './NodeEditor.tsx'

export interface GroupEditorProps {
  group: Group
  subject: string
  speech: Speech
  onChange: (group: Group) => void
}

/** How the parts of a group count together. */
const junctions = [
  { value: 'all', join: 'all', negated: false, label: 'permission.join.all' },
  { value: 'any', join: 'any', negated: false, label: 'permission.join.any' },
  { value: 'none', join: 'any', negated: true, label: 'permission.join.none' },
  { value: 'notAll', join: 'all', negated: true, label: 'permission.join.notAll' },
] as const

/** Conditions under each other, how they count together, and a way to add one. */
export function GroupEditor({ group, subject, speech, onChange }: GroupEditorProps) {
  const words = useWords()
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const isFresh = useRef(false)
  const { join, negated, parts } = group

  // What was just added is filled in next.
  useEffect(() => {
    if (!isFresh.current) return
    isFresh.current = false
    const added = [...(place.current?.children ?? [])].filter((child) => child.hasAttribute('data-part')).at(-1)
    const first = added?.querySelector<HTMLElement>('[data-value] input') ?? added?.querySelector('input, button')
    if (first instanceof HTMLElement) first.focus()
  })

  const junction = junctions.find((each) => each.join === join && each.negated === negated)
  const isPlain = join === 'all' && !negated

  function put(at: number, part: ConditionNode) {
    onChange({ ...group, parts: parts.map((each, place) => (place === at ? part : each)) })
  }

  function add(part: ConditionNode) {
    isFresh.current = true
    onChange({ ...group, parts: [...parts, part] })
  }

  function remove(at: number) {
    onChange({ ...group, parts: parts.filter((_, place) => place !== at) })
    // The button that had the focus has gone with its condition.
    place.current?.focus()
  }

  return (
    <div ref={place} tabIndex={-1} className={styles.group}>
      {(parts.length > 1 || !isPlain) && (
        <div className={styles.junction}>
          <label htmlFor={id}>{words('permission.join')}</label>
          <Choice
            id={id}
            size="small"
            style={{ width: 'auto', minWidth: 150 }}
            popupMatchSelectWidth={false}
            options={junctions.map(({ value, label }) => ({ value, label: words(label) }))}
            value={junction?.value ?? 'all'}
            onChange={(chosen) => {
              const next = junctions.find(({ value }) => value === chosen)
              if (next) onChange({ ...group, join: next.join, negated: next.negated })
            }}
          />
        </div>
      )}
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no other name than its place
        <div key={at} data-part>
          <NodeEditor
            node={part}
            subject={subject}
            speech={speech}
            onChange={(next) => put(at, next)}
            onRemove={() => remove(at)}
          />
        </div>
      ))}
      <AddCondition subject={subject} speech={speech} onAdd={add} />
    </div>
  )
}
