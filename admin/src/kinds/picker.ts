import type { RecordCondition } from '@ficha/api/contract'
import type { controlProps } from './controlProps.ts'

/** Only records that are for this one of a tree: their field is empty, or names it or something above it. */
export interface Reaching {
  field: string
  id: number
}

/** What every way of choosing records takes. */
export interface PickerProps {
  /** The name of the resource to choose from. */
  resource: string
  /** Only records that fulfil this. */
  where?: RecordCondition
  reaching?: Reaching
  /** Ids of the chosen records. */
  value: readonly number[]
  onChange: (ids: number[]) => void
  /** More than one may be chosen. */
  multiple?: boolean
  /** The choice can be taken back. */
  clearable?: boolean
  /** Titles at hand, so that the present value is shown at once. */
  titles?: ReadonlyMap<number, string>
  onBlur?: () => void
  /** Stands open from the beginning. */
  opens?: boolean
  /** Of `controlProps`: id, focus, ARIA. */
  control: ReturnType<typeof controlProps>
}

/** A value of antd's selects with what it is called. */
export interface Labelled {
  value: number
  label: string
}

/** Chosen ids with their names. */
export function labelled(ids: readonly number[], names: ReadonlyMap<number, string>): Labelled[] {
  return ids.map((id) => ({ value: id, label: names.get(id) ?? `#${id}` }))
}
