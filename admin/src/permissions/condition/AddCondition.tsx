import { useState } from 'react'
import { Choice } from '../../kinds/Choice.tsx'
import { useWords } from '../../providers/i18n.ts'
import { beginComparison } from '../model/comparators.ts'
import { allOf, type ConditionNode } from '../model/conditionModel.ts'
import { placeholdersFor } from '../model/placeholders.ts'
import { fieldOf, type Speech, subjectOf } from '../model/speech.ts'
import styles from './Condition.module.css'

interface AddConditionProps {
  subject: string
  speech: Speech
  onAdd: (part: ConditionNode) => void
}

interface Offer {
  key: string
  label: string
  make: () => ConditionNode | undefined
}

/** Adds a condition: on a field, through a relation, or a group of several. */
export function AddCondition({ subject, speech, onAdd }: AddConditionProps) {
  const words = useWords()
  // A choice that is done leaves an empty one behind.
  const [turn, setTurn] = useState(0)
  const vocabulary = subjectOf(speech, subject)
  if (!vocabulary) return null
  const itself = fieldOf(speech, subject, 'id')
  const hasItself = vocabulary.fields.some(({ name }) => name === 'id')
  const fields = [
    ...vocabulary.fields,
    // The record itself, where something of the person can be said of it: their brand, their own account.
    ...(itself && !hasItself && placeholdersFor(itself, speech.vocabulary).length > 0 ? [itself] : []),
  ]
  const offers: Offer[] = [
    ...fields.flatMap((field): Offer[] => {
      const begun = beginComparison(field, placeholdersFor(field, speech.vocabulary))
      const label = field === itself ? words('permission.condition.itself', { label: field.label }) : field.label
      return begun ? [{ key: `field ${field.name}`, label, make: () => begun }] : []
    }),
    ...vocabulary.relations.map(
      ({ name, label, many }): Offer => ({
        key: `relation ${name}`,
        label: words(many ? 'permission.condition.many' : 'permission.condition.related', { label }),
        make: () => ({ kind: 'related', through: name, quantifier: many ? 'some' : 'one', of: allOf([]) }),
      }),
    ),
    { key: 'group', label: words('permission.condition.group'), make: () => ({ ...allOf([]), join: 'any' }) },
  ]
  return (
    <div className={styles.add}>
      <Choice
        key={turn}
        size="small"
        showSearch
        aria-label={words('permission.condition.add')}
        placeholder={words('permission.condition.add')}
        popupMatchSelectWidth={false}
        options={offers.map(({ key, label }) => ({ value: key, label }))}
        value={null}
        onChange={(chosen) => {
          const part = offers.find(({ key }) => key === chosen)?.make()
          if (part) onAdd(part)
          setTurn(turn + 1)
        }}
      />
    </div>
  )
}
