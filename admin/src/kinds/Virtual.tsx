import type { FieldMeta, Kind } from '@ficha/api/contract'
import { Blank } from './Blank.tsx'
import { plainText } from './textCell.tsx'
import type { CellProps, FilterProps, KindView } from './view.ts'

/** A computed value: drawn and looked for as the kind that its field names, never written. */
export function virtualView(kinds: Readonly<Record<Exclude<Kind, 'virtual'>, KindView>>): KindView {
  function viewOf({ format: { as } }: FieldMeta): KindView | undefined {
    return as && as.kind !== 'virtual' ? kinds[as.kind] : undefined
  }

  function Cell(props: CellProps) {
    const { Cell: Drawn } = viewOf(props.field) ?? {}
    return Drawn ? <Drawn {...props} field={drawnAs(props.field)} /> : <Blank />
  }

  function Filter(props: FilterProps) {
    const { Filter: Drawn } = viewOf(props.field) ?? {}
    return Drawn ? <Drawn {...props} field={drawnAs(props.field)} /> : null
  }

  return {
    Cell,
    Filter,
    text: (value, about) =>
      viewOf(about.field)?.text(value, { ...about, field: drawnAs(about.field) }) ?? plainText(value),
  }
}

/** The field as its value is drawn: a virtual one takes the kind and the format that it names. */
export function drawnAs(field: FieldMeta): FieldMeta {
  const { as } = field.format
  return as ? { ...field, kind: as.kind, format: as.format } : field
}
