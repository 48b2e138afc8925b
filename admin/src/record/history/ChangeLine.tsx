import { ArrowRightOutlined } from '@ant-design/icons'
import type { FieldChange, FieldMeta, ResourceMeta } from '@ficha/api/contract'
import type { ReactNode } from 'react'
import { unseen } from '../../kinds/Blank.tsx'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { isBlank, sameValue, viewOf } from '../page/values.ts'
import styles from './History.module.css'
import { Shortened } from './Shortened.tsx'

/** Which of the two values is told, where one of them says nothing. */
export type Side = 'before' | 'after'

interface ChangeLineProps {
  resource: ResourceMeta
  change: FieldChange
  /** Both when left out. */
  side?: Side
}

/** A field that changed, with what it held and holds, as far as that is told. */
export function ChangeLine({ resource, change, side }: ChangeLineProps) {
  const field = resource.fields.find(({ name }) => name === change.field)
  return (
    <div className={styles.change}>
      <dt>{field?.label ?? change.field}</dt>
      <dd>{field && <Told field={quiet(field)} change={change} side={side} />}</dd>
    </div>
  )
}

/** Nobody is called at a number of the past. */
function quiet(field: FieldMeta): FieldMeta {
  return field.format.whatsapp ? { ...field, format: { ...field.format, whatsapp: undefined } } : field
}

interface ToldProps extends Omit<ChangeLineProps, 'resource'> {
  field: FieldMeta
}

function Told({ field, change, side }: ToldProps): ReactNode {
  const words = useWords()
  const [language] = useLanguage()
  if (change.secret) return words('history.secret')
  const { before, after } = change
  if (before === undefined && after === undefined) return null
  if (side) return <Value field={field} value={change[side]} />
  const textOf = (value: unknown) => viewOf(field).text(value, { field, language })
  if (!isBlank(before) && textOf(before) === textOf(after)) {
    // The reason of a change is told with it also where it is the same again; a mask hides what is different.
    const isRepeated = sameValue(field, before, after) && !field.masked
    return (
      <>
        <Value field={field} value={after} />
        {!isRepeated && <span className={styles.quiet}> ({words('history.sameText')})</span>}
      </>
    )
  }
  return (
    <span className={styles.both}>
      <span className={styles.before}>
        <Value field={field} value={before} />
      </span>
      <ArrowRightOutlined aria-hidden className={styles.arrow} />
      <span style={unseen}>{words('history.becomes')}</span>
      <span className={styles.after}>
        <Value field={field} value={after} />
      </span>
    </span>
  )
}

/** More characters or lines than this are cut. */
const longest = { characters: 160, lines: 3 }

function Value({ field, value }: { field: FieldMeta; value: unknown }) {
  const words = useWords()
  const [language] = useLanguage()
  if (isBlank(value)) return <span className={styles.quiet}>{words('history.blank')}</span>
  const { Cell, text } = viewOf(field)
  const cell = <Cell field={field} value={value} whole />
  const written = text(value, { field, language })
  const isLong = written.length > longest.characters || written.split('\n').length > longest.lines
  return isLong ? <Shortened label={field.label}>{cell}</Shortened> : cell
}
