import { Fragment } from 'react'
import { RecordLink } from './BelongsTo.tsx'
import { Blank } from './Blank.tsx'
import { controlProps } from './controlProps.ts'
import { ReferenceFilter } from './filters/ReferenceFilter.tsx'
import { useTitles } from './lookup.ts'
import { ReferencePicker } from './ReferencePicker.tsx'
import { idsOf } from './references.ts'
import type { CellProps, InputProps, KindView } from './view.ts'

/** References to several records, read and written as ids. */
export const manyToMany: KindView = {
  Cell: References,
  Input: SomeRecords,
  Filter: ReferenceFilter,
  text: (value, { titles }) =>
    idsOf(value)
      .map((id) => titles?.get(id) ?? `#${id}`)
      .join(', '),
  toInput: idsOf,
  width: 160,
}

function References({ field, value, whole }: CellProps) {
  const { resource = '' } = field.format
  const ids = idsOf(value)
  const titles = useTitles(resource, ids)
  if (ids.length === 0) return <Blank />
  if (!whole) return [...titles.values()].join(', ')
  return [...titles].map(([id, title], at) => (
    <Fragment key={id}>
      {at > 0 && ', '}
      <RecordLink resource={resource} id={id} title={title} />
    </Fragment>
  ))
}

function SomeRecords(props: InputProps) {
  const { field, value, onChange, onBlur } = props
  const { resource = '', where, tree } = field.format
  return (
    <ReferencePicker
      control={controlProps(props)}
      resource={resource}
      where={where}
      tree={tree}
      multiple
      clearable
      value={idsOf(value)}
      onChange={(ids) => onChange?.(ids)}
      onBlur={onBlur}
      opens={props.autoFocus}
    />
  )
}
