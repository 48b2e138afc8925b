import type { FieldMeta } from '@ficha/api/contract'
import { Choice } from '../../kinds/Choice.tsx'
import { useWords } from '../../providers/i18n.ts'
import type { Saying } from '../model/comparators.ts'
import { placeholdersFor, placeholderText, readMoment, tokenOf } from '../model/placeholders.ts'
import type { Speech } from '../model/speech.ts'
import styles from './Condition.module.css'
import { FixedValue } from './FixedValue.tsx'
import { MomentInput } from './MomentInput.tsx'

interface ValueInputProps {
  field: FieldMeta
  saying: Saying
  value: unknown
  speech: Speech
  onChange: (value: unknown) => void
}

/** With what a field is compared: something of the person who asks, where that makes sense, or a value. */
export function ValueInput({ field, saying, value, speech, onChange }: ValueInputProps) {
  const words = useWords()
  const token = tokenOf(value)
  const moment = token ? readMoment(token) : undefined
  const offered = saying === '$in' || saying === '$nin' ? [] : placeholdersFor(field, speech.vocabulary)
  // A word that the vocabulary does not offer here stays where it stands.
  const isOdd = token !== undefined && !moment && !offered.includes(token)
  const sources = [...offered, ...(isOdd ? [token] : [])].map((word) => ({
    value: word,
    label: readMoment(word)
      ? words('permission.value.relative')
      : placeholderText(word, speech.language, speech.vocabulary),
  }))
  const source = moment ? (offered.find(readMoment) ?? token) : (token ?? 'fixed')
  const fixed = <FixedValue field={field} saying={saying} value={value} onChange={onChange} />
  if (sources.length === 0) return fixed
  return (
    <div className={styles.sources}>
      <Choice
        aria-label={words('permission.value.source', { label: field.label })}
        style={{ width: 'auto', minWidth: 132 }}
        popupMatchSelectWidth={false}
        options={[...sources, { value: 'fixed', label: words('permission.value.fixed') }]}
        value={source}
        onChange={(chosen) => onChange(chosen === 'fixed' ? '' : chosen)}
      />
      {moment && <MomentInput label={field.label} moment={moment} onChange={onChange} />}
      {!token && fixed}
    </div>
  )
}
