import { Link } from 'react-router'
import { useMetadata } from '../providers/metadata.tsx'
import { Blank } from './Blank.tsx'
import { controlProps } from './controlProps.ts'
import { ReferenceFilter } from './filters/ReferenceFilter.tsx'
import { useTitles } from './lookup.ts'
import type { Reaching } from './picker.ts'
import { ReferencePicker } from './ReferencePicker.tsx'
import { idOf, titleOf } from './references.ts'
import type { CellProps, InputProps, KindView } from './view.ts'

/** A reference to one record: read as `{ id, title }`, written as an id. */
export const belongsTo: KindView = {
  Cell: Reference,
  Input: OneRecord,
  Filter: ReferenceFilter,
  text(value, { titles }) {
    const id = idOf(value)
    return id === null ? '' : (titleOf(value) ?? titles?.get(id) ?? `#${id}`)
  },
  toInput: idOf,
  width: 160,
}

function Reference({ field, value }: CellProps) {
  const { resource = '' } = field.format
  const id = idOf(value)
  if (id === null) return <Blank />
  const title = titleOf(value)
  if (typeof value === 'object') return <RecordLink resource={resource} id={id} title={title} />
  return <Untitled resource={resource} id={id} />
}

/** An id alone, as a form holds it. */
function Untitled({ resource, id }: { resource: string; id: number }) {
  const titles = useTitles(resource, [id])
  return <RecordLink resource={resource} id={id} title={titles.get(id) ?? `#${id}`} />
}

interface RecordLinkProps {
  resource: string
  id: number
  /** Left out where the API did not tell it. */
  title?: string
}

/** The title of a record, a link where this person may see it. One without its title, while titles may be read, is out of sight. */
export function RecordLink({ resource, id, title }: RecordLinkProps) {
  const target = useMetadata().resources.find(({ name }) => name === resource)
  const text = title ?? `#${id}`
  const hasTitles = target?.fields.some(({ name }) => name === target.title && name !== 'id')
  const isOutOfSight = hasTitles && text === `#${id}`
  return target && !isOutOfSight ? <Link to={`/${target.path}/${id}`}>{text}</Link> : text
}

function OneRecord(props: InputProps) {
  const { field, value, onChange, onBlur, record, values } = props
  const { resource = '', where, reaches, tree } = field.format
  const id = idOf(value)
  const read = record?.[field.name]
  const title = idOf(read) === id ? titleOf(read) : undefined
  return (
    <ReferencePicker
      control={controlProps(props)}
      resource={resource}
      where={where}
      reaching={reaches === undefined ? undefined : reachingOf(reaches, values?.[reaches])}
      tree={tree}
      value={id === null ? [] : [id]}
      onChange={([chosen]) => onChange?.(chosen ?? null)}
      onBlur={onBlur}
      opens={props.autoFocus}
      clearable={!field.required}
      titles={id !== null && title ? new Map([[id, title]]) : undefined}
    />
  )
}

/** Before it is known where the record belongs, everything may be chosen: the API judges. */
function reachingOf(field: string, place: unknown): Reaching | undefined {
  const id = idOf(place)
  return id === null ? undefined : { field, id }
}
